import { Alert, Button, Group, NativeSelect, Skeleton, TextInput, Textarea } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useLastBrief } from "@/hooks/useBrief";
import type { BriefIn } from "@/hooks/useJobs";
import {
  BRIEF_POSITIONS,
  EMPTY_BRIEF,
  MAX_QUESTION,
  briefErrors,
  isEmptyBrief,
  toBrief,
} from "@/lib/brief";
import type { BriefValues } from "@/lib/brief";
import { focusFirstError } from "@/lib/focus";
import { POSITIONS } from "@/lib/words";
import { DateField } from "@/components/DateField";
import { MetricFloors } from "./MetricFloors";
import { PlayerSelect } from "./PlayerSelect";
import classes from "./BriefForm.module.css";

const POSITION_CHOICES = [
  { value: "", label: "Any" },
  { group: "Position group", items: [...POSITIONS] },
  { group: "Position", items: BRIEF_POSITIONS.slice(POSITIONS.length) },
];

/** A message appears once the user stops typing. */
const ERROR_DELAY_MS = 500;

interface Props {
  playerId: number;
  /** Why the server rejected the brief, and its messages by field. */
  problem: string | undefined;
  rejected: Record<string, string>;
  onSubmit: (brief: BriefIn) => void;
  onCancel: () => void;
}

/** What the club looks for, with the user's last brief filled in. */
export function BriefForm(props: Props) {
  const { last, save } = useLastBrief();
  if (!last) return <Skeleton height={360} />;
  const isSamePlayer = last.replaces?.id === props.playerId;
  const initial = isSamePlayer ? { ...last, replaces: null } : last;
  return <Fields {...props} initial={initial} save={save} />;
}

interface FieldsProps extends Props {
  initial: BriefValues;
  save: (values: BriefValues) => void;
}

function Fields({ playerId, problem, rejected, initial, save, onSubmit, onCancel }: FieldsProps) {
  const [values, setValues] = useState(initial);
  const [typed] = useDebouncedValue(values, ERROR_DELAY_MS);
  const [checked, setChecked] = useState<BriefValues>();
  const [isRestored, setIsRestored] = useState(!isEmptyBrief(initial));
  const [isUnchanged, setIsUnchanged] = useState(true);
  const errors = {
    ...(isUnchanged ? rejected : {}),
    ...briefErrors(checked === values ? values : typed),
  };
  const change = (part: Partial<BriefValues>) => {
    setIsUnchanged(false);
    setValues((before) => ({ ...before, ...part }));
  };
  const text = (field: "age_min" | "age_max" | "budget" | "minutes_min") => ({
    value: values[field],
    error: errors[field],
    autoComplete: "off",
    onChange: (event: { currentTarget: { value: string } }) => {
      change({ [field]: event.currentTarget.value });
    },
  });
  const submit = () => {
    if (Object.keys(briefErrors(values)).length > 0) {
      setChecked(values);
      focusFirstError();
      return;
    }
    save(values);
    onSubmit(toBrief(values));
  };
  const clear = () => {
    setIsRestored(false);
    setIsUnchanged(false);
    setValues(EMPTY_BRIEF);
    save(EMPTY_BRIEF);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {problem && (
        <Alert color="red" mb="md">
          {problem}
        </Alert>
      )}
      <p className={classes.intro}>
        What are you looking for? Every field is optional. The report says whether the player meets
        each requirement.
        {isRestored && " Your last brief is filled in."}
      </p>
      <div className={classes.fields}>
        <NativeSelect
          label="Position"
          data={POSITION_CHOICES}
          value={values.position}
          error={errors.position}
          onChange={(event) => {
            change({ position: event.currentTarget.value as BriefValues["position"] });
          }}
        />
        <fieldset className={classes.pair}>
          <legend>Age</legend>
          <TextInput
            {...text("age_min")}
            aria-label="Age, min"
            placeholder="Min"
            inputMode="numeric"
          />
          <TextInput
            {...text("age_max")}
            aria-label="Age, max"
            placeholder="Max"
            inputMode="numeric"
          />
        </fieldset>
        <TextInput {...text("budget")} label="Budget" placeholder="Max, such as 10m" />
        <DateField
          label="Contract until, latest"
          value={values.contract_until}
          error={errors.contract_until}
          onChange={(contract_until) => {
            change({ contract_until });
          }}
          onInvalid={(contract_until) => {
            change({ contract_until });
          }}
        />
        <TextInput
          {...text("minutes_min")}
          label="Minutes in the latest season"
          placeholder="Min"
          inputMode="numeric"
        />
        <PlayerSelect
          label="Player to replace"
          value={values.replaces}
          error={errors.replaces_id}
          excludedId={playerId}
          onChange={(replaces) => {
            change({ replaces });
          }}
        />
        <MetricFloors
          floors={values.metrics}
          errors={errors}
          onChange={(metrics) => {
            change({ metrics });
          }}
        />
        <Textarea
          className={classes.whole}
          label="Question"
          description={`${String(values.question.trim().length)} of ${String(MAX_QUESTION)} characters`}
          inputWrapperOrder={["label", "input", "description", "error"]}
          placeholder="What should the report answer?"
          autosize
          minRows={2}
          maxRows={6}
          value={values.question}
          error={errors.question}
          onChange={(event) => {
            change({ question: event.currentTarget.value });
          }}
        />
      </div>
      <Group className={classes.actions} justify="flex-end" gap={8}>
        {!isEmptyBrief(values) && (
          <Button variant="subtle" mr="auto" onClick={clear}>
            Clear
          </Button>
        )}
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" data-autofocus>
          Create report
        </Button>
      </Group>
    </form>
  );
}
