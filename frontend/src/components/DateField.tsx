import { DateInput } from "@mantine/dates";
import { useState } from "react";
import type { ReactNode } from "react";
import { DATE_FORMAT, parseDateInput } from "@/lib/dateInput";

interface Props {
  label: string;
  /** An ISO date, or "" for none. */
  value: string;
  onChange: (value: string) => void;
  /** Gets a typed text that is not a date, so that a form can reject it. */
  onInvalid?: (text: string) => void;
  onBlur?: () => void;
  error?: ReactNode;
  size?: "xs" | "sm";
  withAsterisk?: boolean;
  /** ISO dates. */
  minDate?: string;
  maxDate?: string;
}

/** A date, shown as 21 Jul 2000 and typed like that or as 2000-07-21. */
export function DateField({
  value,
  onChange,
  onInvalid,
  onBlur,
  error,
  minDate,
  maxDate,
  ...rest
}: Props) {
  const [invalid, setInvalid] = useState(false);
  return (
    <DateInput
      {...rest}
      {...(minDate && { minDate })}
      {...(maxDate && { maxDate })}
      value={parseDateInput(value)}
      valueFormat={DATE_FORMAT}
      placeholder="21 Jul 2000"
      dateParser={parseDateInput}
      // A typed text that is no date stays, with a message, until it is corrected.
      fixOnBlur={false}
      clearable
      weekendDays={[]}
      onChange={(date) => {
        setInvalid(false);
        onChange(date ?? "");
      }}
      onInput={(event) => {
        const text = event.currentTarget.value.trim();
        if (!text) setInvalid(false);
        else if (parseDateInput(text) === null) onInvalid?.(text);
      }}
      onBlur={(event) => {
        const text = event.currentTarget.value;
        setInvalid(text.trim() !== "" && parseDateInput(text) === null);
        onBlur?.();
      }}
      error={invalid ? "Enter a date such as 21 Jul 2000." : error}
    />
  );
}
