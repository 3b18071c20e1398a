import { Input, TextInput } from "@mantine/core";
import { useId, useState } from "react";
import classes from "./RangeFilter.module.css";

interface Props {
  legend: string;
  /** The legend is shown elsewhere. */
  hideLegend?: boolean;
  /** Ask for a minimum only. */
  sides?: "both" | "from";
  from: number | undefined;
  to: number | undefined;
  /** Undefined if the text is not a number. */
  parse: (text: string) => number | undefined;
  format: (value: number) => string;
  /** The message for a text that cannot be parsed. */
  hint: string;
  onChange: (from: number | undefined, to: number | undefined) => void;
}

/** A minimum and a maximum. They apply on Enter, or when the focus leaves the input. */
export function RangeFilter(props: Props) {
  const { legend, hideLegend = false, sides = "both" } = props;
  const { from, to, parse, format, hint, onChange } = props;
  const errorId = useId();
  const [draft, setDraft] = useState<{ from?: string; to?: string }>({});
  const [submitted, setSubmitted] = useState(true);
  const texts = {
    from: draft.from ?? (from === undefined ? "" : format(from)),
    to: draft.to ?? (to === undefined ? "" : format(to)),
  };
  const low = parse(texts.from);
  const high = parse(texts.to);
  const invalid = {
    from: texts.from.trim() !== "" && low === undefined,
    to: texts.to.trim() !== "" && high === undefined,
  };
  // A half-typed number may look too small, so the order counts once it is submitted.
  const reversed = submitted && low !== undefined && high !== undefined && low > high;
  const error = invalid.from || invalid.to ? hint : reversed ? "Min is greater than max." : "";

  const submit = () => {
    setSubmitted(true);
    if (invalid.from || invalid.to) return;
    if (low !== undefined && high !== undefined && low > high) return;
    setDraft({});
    if (low !== from || high !== to) onChange(low, high);
  };
  const input = (side: "from" | "to", name: string) => (
    <TextInput
      size="xs"
      aria-label={`${legend}, ${name.toLowerCase()}`}
      placeholder={name}
      autoComplete="off"
      value={texts[side]}
      error={invalid[side] || reversed}
      aria-describedby={error ? errorId : undefined}
      onChange={(event) => {
        setDraft({ ...draft, [side]: event.currentTarget.value });
        setSubmitted(false);
      }}
      onBlur={submit}
      onKeyDown={(event) => {
        if (event.key === "Enter") submit();
      }}
    />
  );
  return (
    <fieldset className={classes.range}>
      <legend className={hideLegend ? "spoken" : undefined}>{legend}</legend>
      {input("from", "Min")}
      {sides === "both" && input("to", "Max")}
      {error && (
        <Input.Error id={errorId} role="alert" className={classes.error}>
          {error}
        </Input.Error>
      )}
    </fieldset>
  );
}
