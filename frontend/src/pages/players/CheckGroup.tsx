import { Checkbox } from "@mantine/core";
import { memo } from "react";
import { useAtOnce } from "@/hooks/useAtOnce";
import { grouped } from "@/lib/words";
import type { ChangeSearch } from "./usePlayerSearch";
import classes from "./CheckGroup.module.css";

interface Props<T extends string> {
  legend: string;
  name: "position" | "foot" | "status";
  values: readonly T[];
  words?: (value: T) => string;
  counts: { value: string; count: number }[] | undefined;
  chosen: T[] | undefined;
  change: ChangeSearch;
}

const NOTHING: never[] = [];

function Group<T extends string>(props: Props<T>) {
  const { legend, name, values, words = String, counts, chosen = NOTHING, change } = props;
  const [checked, check] = useAtOnce<T[]>(chosen);
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
                {words(value)} <span className={classes.count}>{counts && grouped(count)}</span>
              </>
            }
            checked={checked.includes(value)}
            onChange={(event) => {
              const next = event.currentTarget.checked
                ? [...checked, value]
                : checked.filter((one) => one !== value);
              check(next);
              change({ [name]: next.length ? next : undefined });
            }}
          />
        );
      })}
    </fieldset>
  );
}

export const CheckGroup = memo(Group) as typeof Group;
