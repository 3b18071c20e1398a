import { Checkbox } from "@mantine/core";
import { grouped } from "@/lib/words";
import type { ChangeSearch } from "./usePlayerSearch";
import classes from "./CheckGroup.module.css";

interface Props<T extends string> {
  legend: string;
  name: "position" | "foot" | "status";
  values: readonly T[];
  labelOf?: (value: T) => string;
  counts: { value: string; count: number }[] | undefined;
  chosen: T[] | undefined;
  change: ChangeSearch;
}

/** Checkboxes for a handful of values, each with its number of players. */
export function CheckGroup<T extends string>(props: Props<T>) {
  const { legend, name, values, labelOf = String, counts, chosen = [], change } = props;
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{legend}</legend>
      {values.map((value) => {
        const count = counts?.find((choice) => choice.value === value)?.count ?? 0;
        return (
          <Checkbox
            key={value}
            size="xs"
            classNames={{ root: classes.choice, labelWrapper: classes.wrapper }}
            label={
              <>
                {labelOf(value)} <span className={classes.count}>{counts && grouped(count)}</span>
              </>
            }
            checked={chosen.includes(value)}
            onChange={(event) => {
              const next = event.currentTarget.checked
                ? [...chosen, value]
                : chosen.filter((other) => other !== value);
              change({ [name]: next.length ? next : undefined });
            }}
          />
        );
      })}
    </fieldset>
  );
}
