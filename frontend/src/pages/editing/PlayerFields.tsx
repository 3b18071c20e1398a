import { Autocomplete, NativeSelect, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useFilterOptions } from "@/hooks/usePlayers";
import { SUB_POSITIONS } from "@/lib/positions";
import type { FormValues } from "@/lib/playerForm";
import { FEET, POSITIONS, STATUSES, footWord, statusWord } from "@/lib/words";
import classes from "./PlayerFields.module.css";

export type PlayerForm = UseFormReturnType<FormValues>;

const NOT_KNOWN = { value: "", label: "Not known" };
const SUGGESTIONS = {
  limit: 8,
  // Inside the dialog, where screen readers look while it is open.
  comboboxProps: { transitionProps: { duration: 0 }, withinPortal: false },
};
const values = (choices: { value: string }[] | undefined) => choices?.map((one) => one.value) ?? [];

interface Props {
  form: PlayerForm;
  /** A player that is new needs a country and a status. */
  isNew: boolean;
}

export function PlayerFields({ form, isNew }: Props) {
  const options = useFilterOptions().data;
  const input = (field: keyof FormValues) => ({
    ...form.getInputProps(field),
    key: form.key(field),
  });
  const text = (field: keyof FormValues) => {
    const { key, ...props } = input(field);
    return (
      <TextInput key={key} label={LABELS[field]} autoComplete="off" {...props} {...MORE[field]} />
    );
  };
  const suggest = (field: keyof FormValues, data: string[], required = false) => {
    const { key, ...props } = input(field);
    return (
      <Autocomplete
        key={key}
        label={LABELS[field]}
        data={data}
        withAsterisk={required}
        {...SUGGESTIONS}
        {...props}
      />
    );
  };
  const choose = (field: keyof FormValues, data: { value: string; label: string }[]) => {
    const { key, ...props } = input(field);
    const required = isNew && field === "status";
    return (
      <NativeSelect
        key={key}
        label={LABELS[field]}
        data={data}
        withAsterisk={required}
        {...props}
      />
    );
  };

  return (
    <>
      <fieldset className={classes.group}>
        <legend>Person</legend>
        <TextInput
          label={LABELS.full_name}
          withAsterisk
          autoComplete="off"
          data-autofocus
          className={classes.whole}
          {...form.getInputProps("full_name")}
          key={form.key("full_name")}
        />
        {suggest("country", values(options?.country), isNew)}
        {suggest("second_country", values(options?.country))}
        {text("date_of_birth")}
        {text("age")}
        {text("height_cm")}
        {choose("foot", [
          NOT_KNOWN,
          ...FEET.map((foot) => ({ value: foot, label: footWord(foot) })),
        ])}
      </fieldset>
      <fieldset className={classes.group}>
        <legend>Football</legend>
        {choose("position", [NOT_KNOWN, ...POSITIONS.map((one) => ({ value: one, label: one }))])}
        {suggest("sub_position", SUB_POSITIONS)}
        {suggest("current_team", values(options?.club))}
        {suggest("league", values(options?.league))}
        {choose("status", [
          { value: "", label: isNew ? "Choose one" : "Not known" },
          ...STATUSES.map((status) => ({ value: status, label: statusWord(status) })),
        ])}
        {text("contract_until")}
      </fieldset>
      <fieldset className={classes.group}>
        <legend>Money</legend>
        {text("market_value")}
        {text("highest_market_value")}
        {text("agent")}
      </fieldset>
    </>
  );
}

export const LABELS: Record<keyof FormValues, string> = {
  full_name: "Full name",
  country: "Country",
  second_country: "Second country",
  status: "Status",
  position: "Position",
  sub_position: "Role",
  foot: "Foot",
  date_of_birth: "Birth date",
  age: "Age",
  height_cm: "Height (cm)",
  current_team: "Club",
  league: "League",
  contract_until: "Contract until",
  market_value: "Value",
  highest_market_value: "Peak value",
  agent: "Agent",
};

const MORE: Partial<Record<keyof FormValues, object>> = {
  date_of_birth: { type: "date" },
  contract_until: { type: "date" },
  age: { inputMode: "numeric", placeholder: "If no birth date is known" },
  height_cm: { inputMode: "numeric" },
  market_value: { placeholder: "180M, 850k" },
  highest_market_value: { placeholder: "200M" },
};
