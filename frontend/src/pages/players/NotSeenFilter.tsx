import { Checkbox } from "@mantine/core";
import { useSeenSince } from "@/hooks/usePlayers";
import type { PlayerSearch } from "@/lib/playerSearch";
import { notSeenSince } from "@/lib/seasons";
import type { ChangeSearch } from "./usePlayerSearch";
import classes from "./NotSeenFilter.module.css";

interface Props {
  search: PlayerSearch;
  change: ChangeSearch;
}

/** Shows the players who were not seen recently; they are hidden otherwise. */
export function NotSeenFilter({ search, change }: Props) {
  const since = useSeenSince();
  if (since === undefined) return null;
  return (
    <Checkbox
      size="xs"
      className={classes.choice}
      label={`Show players not seen since ${notSeenSince(since)}`}
      checked={search.not_seen !== undefined}
      onChange={(event) => {
        change({ not_seen: event.currentTarget.checked ? "show" : undefined });
      }}
    />
  );
}
