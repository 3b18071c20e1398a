import { Autocomplete, NativeSelect, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useFilterOptions } from "@/hooks/usePlayers";
import { SUB_POSITIONS } from "@/lib/positions";
import type { FormValues } from "@/lib/playerForm";
import {
  FEET,
  POSITIONS,
  PRONOUNS,
  STATUSES,
  capitalised,
  footWord,
  statusWord,
} from "@/lib/words";
import { DateField } from "@/components/DateField";
import classes from "./PlayerFields.module.css";

type Field = keyof FormValues;

export const LABELS: Record<Field, string> = {
  full_name: "Full name",
  country: "Nationality",
  second_country: "Second nationality",
  status: "Status",
  position: "Position group",
  sub_position: "Position",
  foot: "Foot",
  date_of_birth: "Birth date",
  age: "Age",
  height_cm: "Height (cm)",
  pronoun: "Pronoun",
  current_team: "Club",
  league: "League",
  contract_until: "Contract until",
  market_value: "Market value",
  highest_market_value: "Career-high value",
  agent: "Agent",
};

const UNKNOWN = { value: "", label: "Unknown" };
const FOOT_CHOICES = [UNKNOWN, ...FEET.map((foot) => ({ value: foot, label: footWord(foot) }))];
const PRONOUN_CHOICES = [
  { value: "", label: "Not set" },
  ...PRONOUNS.map((pronoun) => ({ value: pronoun, label: capitalised(pronoun) })),
];
const POSITION_CHOICES = [UNKNOWN, ...POSITIONS.map((one) => ({ value: one, label: one }))];
const STATUS_CHOICES = STATUSES.map((status) => ({ value: status, label: statusWord(status) }));

const values = (choices: { value: string }[] | undefined) => choices?.map((one) => one.value) ?? [];

interface Props {
  form: UseFormReturnType<FormValues>;
  /** A new player needs a nationality and a status. */
  isNew: boolean;
}

/** The inputs of a player, for adding and editing. */
export function PlayerFields({ form, isNew }: Props) {
  const options = useFilterOptions().data;
  const props = (field: Field) => ({ label: LABELS[field], ...form.getInputProps(field) });
  const suggest = (field: Field, data: string[], required = false) => (
    <Autocomplete
      {...props(field)}
      data={data}
      limit={8}
      withAsterisk={required}
      // Inside the dialog, where screen readers look while it is open.
      comboboxProps={{ transitionProps: { duration: 0 }, withinPortal: false }}
    />
  );
  const date = (field: "date_of_birth" | "contract_until") => (
    <DateField
      {...props(field)}
      value={form.values[field]}
      onInvalid={(text) => {
        form.setFieldValue(field, text);
      }}
    />
  );

  return (
    <>
      <fieldset className={classes.group}>
        <legend>Person</legend>
        <TextInput
          {...props("full_name")}
          withAsterisk
          autoComplete="off"
          data-autofocus
          className={classes.whole}
        />
        {suggest("country", values(options?.country), isNew)}
        {suggest("second_country", values(options?.country))}
        {date("date_of_birth")}
        <TextInput
          {...props("age")}
          autoComplete="off"
          inputMode="numeric"
          placeholder="If birth date unknown"
        />
        <TextInput {...props("height_cm")} autoComplete="off" inputMode="numeric" />
        <NativeSelect {...props("foot")} data={FOOT_CHOICES} />
        <NativeSelect {...props("pronoun")} data={PRONOUN_CHOICES} />
      </fieldset>
      <fieldset className={classes.group}>
        <legend>Football</legend>
        <NativeSelect {...props("position")} data={POSITION_CHOICES} />
        {suggest("sub_position", SUB_POSITIONS)}
        {suggest("current_team", values(options?.club))}
        {suggest("league", values(options?.league))}
        <NativeSelect
          {...props("status")}
          data={[{ value: "", label: isNew ? "Select" : "Unknown" }, ...STATUS_CHOICES]}
          withAsterisk={isNew}
        />
        {date("contract_until")}
      </fieldset>
      <fieldset className={classes.group}>
        <legend>Value</legend>
        <TextInput {...props("market_value")} autoComplete="off" placeholder="45m, 850k" />
        <TextInput {...props("highest_market_value")} autoComplete="off" placeholder="60m" />
        <TextInput {...props("agent")} autoComplete="off" />
      </fieldset>
    </>
  );
}
