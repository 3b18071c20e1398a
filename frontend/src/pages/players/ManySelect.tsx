import { MultiSelect } from "@mantine/core";
import { memo, useMemo } from "react";
import { grouped } from "@/lib/words";
import type { ChangeSearch } from "./usePlayerSearch";
import classes from "./ManySelect.module.css";

interface Props {
  label: string;
  name: "country" | "club" | "league" | "sub_position";
  choices: { value: string; count: number }[] | undefined;
  chosen: string[] | undefined;
  change: ChangeSearch;
}

const NOTHING: string[] = [];

/** Any of many values. Only the first fifty that fit what is typed are listed. */
export const ManySelect = memo(function ManySelect(props: Props) {
  const { label, name, choices, chosen = NOTHING, change } = props;
  const counts = useMemo(
    () => new Map(choices?.map(({ value, count }) => [value, count])),
    [choices],
  );
  const values = useMemo(() => [...new Set([...counts.keys(), ...chosen])], [counts, chosen]);
  return (
    <MultiSelect
      size="xs"
      label={label}
      placeholder={chosen.length ? undefined : "Any"}
      data={values}
      value={chosen}
      onChange={(next) => {
        change({ [name]: next.length ? next : undefined });
      }}
      searchable
      clearable
      hidePickedOptions
      limit={50}
      nothingFoundMessage="None like this"
      clearButtonProps={{ "aria-label": `Clear ${label}`, tabIndex: 0 }}
      comboboxProps={{ transitionProps: { duration: 0 }, withinPortal: false }}
      renderOption={({ option }) => (
        <span className={classes.option}>
          <span>{option.value}</span>
          <span className={classes.count}>{grouped(counts.get(option.value) ?? 0)}</span>
        </span>
      )}
    />
  );
});
