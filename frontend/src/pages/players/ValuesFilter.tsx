import { MultiSelect } from "@mantine/core";
import { grouped } from "@/lib/words";
import type { ChangeSearch } from "./usePlayerSearch";
import classes from "./ValuesFilter.module.css";

interface Props {
  label: string;
  name: "country" | "club" | "league" | "sub_position";
  choices: { value: string; count: number }[] | undefined;
  chosen: string[] | undefined;
  change: ChangeSearch;
}

/** Any of many values. The first fifty matches of the typed text are listed. */
export function ValuesFilter({ label, name, choices, chosen = [], change }: Props) {
  const counts = new Map(choices?.map(({ value, count }) => [value, count]));
  return (
    <MultiSelect
      size="xs"
      label={label}
      placeholder={chosen.length ? undefined : "Any"}
      data={[...new Set([...counts.keys(), ...chosen])]}
      value={chosen}
      onChange={(next) => {
        change({ [name]: next.length ? next : undefined });
      }}
      searchable
      clearable
      hidePickedOptions
      limit={50}
      nothingFoundMessage="No matches"
      // Hidden from keyboards and screen readers by default.
      clearButtonProps={{
        "aria-label": `Clear ${label.toLowerCase()}`,
        "aria-hidden": false,
        tabIndex: 0,
      }}
      // Without a tabIndex, Chromium makes the scrolling list a Tab stop.
      withScrollArea={false}
      attributes={{ options: { tabIndex: -1 } }}
      classNames={{ options: classes.options }}
      comboboxProps={{ transitionProps: { duration: 0 }, withinPortal: false }}
      renderOption={({ option }) => (
        <span className={classes.option}>
          <span>{option.value}</span>
          <span className={classes.count}>{grouped(counts.get(option.value) ?? 0)}</span>
        </span>
      )}
    />
  );
}
