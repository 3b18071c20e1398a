import { IconX } from "@tabler/icons-react";
import { useMetricsByKey } from "@/hooks/useMetrics";
import { useSeenSince } from "@/hooks/usePlayers";
import { NO_FILTERS } from "@/lib/playerSearch";
import type { PlayerSearch } from "@/lib/playerSearch";
import { filterChips } from "./chips";
import type { ChangeSearch } from "./usePlayerSearch";
import classes from "./FilterChips.module.css";

interface Props {
  search: PlayerSearch;
  change: ChangeSearch;
}

export function FilterChips({ search, change }: Props) {
  const chips = filterChips(search, useMetricsByKey(), useSeenSince());
  if (chips.length === 0) return null;
  return (
    <ul className={classes.chips} aria-label="Active filters">
      {chips.map(({ key, label, removal }) => (
        <li key={key}>
          <button
            type="button"
            className={classes.chip}
            aria-label={`Remove filter ${label}`}
            onClick={() => {
              change(removal);
            }}
          >
            {label}
            <IconX size={13} aria-hidden="true" />
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <button
            type="button"
            className={classes.clear}
            onClick={() => {
              change(NO_FILTERS);
            }}
          >
            Remove filters
          </button>
        </li>
      )}
    </ul>
  );
}
