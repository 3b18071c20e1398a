import { NativeSelect, SegmentedControl } from "@mantine/core";
import classes from "./Choice.module.css";

interface Props<T extends string> {
  label: string;
  options: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
}

/** One of a few options, all of them in sight. */
export function Choice<T extends string>({ label, options, value, onChange }: Props<T>) {
  return (
    <SegmentedControl
      size="xs"
      aria-label={label}
      data={[...options]}
      value={value}
      onChange={onChange}
    />
  );
}

/** One of many options. */
export function Select<T extends string>({ label, options, value, onChange }: Props<T>) {
  return (
    <NativeSelect
      size="xs"
      className={classes.select}
      aria-label={label}
      data={[...options]}
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value as T);
      }}
    />
  );
}
