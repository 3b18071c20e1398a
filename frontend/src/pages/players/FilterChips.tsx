import { IconX } from "@tabler/icons-react";
import { memo } from "react";
import { NO_FILTERS } from "@/lib/playerSearch";
import type { PlayerSearch } from "@/lib/playerSearch";
import { chips } from "./filterWords";
import type { ChangeSearch } from "./usePlayerSearch";
import classes from "./FilterChips.module.css";

interface Props {
  search: PlayerSearch;
  change: ChangeSearch;
}

export const FilterChips = memo(function FilterChips({ search, change }: Props) {
  const found = chips(search);
  if (found.length === 0) return null;
  return (
    <ul className={classes.chips} aria-label="Filters in force">
      {found.map(({ key, words, without }) => (
        <li key={key}>
          <button
            type="button"
            className={classes.chip}
            aria-label={`Remove the filter ${words}`}
            onClick={() => {
              change(without);
            }}
          >
            {words}
            <IconX size={13} aria-hidden="true" />
          </button>
        </li>
      ))}
      {found.length > 1 && (
        <li>
          <button
            type="button"
            className={classes.clear}
            onClick={() => {
              change(NO_FILTERS);
            }}
          >
            Clear all
          </button>
        </li>
      )}
    </ul>
  );
});
