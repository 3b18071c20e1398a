import { Button } from "@mantine/core";
import { useCountWithStatistics } from "@/hooks/usePlayers";
import type { ListRequest, usePlayers } from "@/hooks/usePlayers";
import { useSeasons } from "@/hooks/useSeasons";
import type { Season } from "@/hooks/useSeasons";
import { day } from "@/lib/dates";
import { MIN_MINUTES } from "@/lib/figures";
import type { Figure } from "@/lib/figures";
import { providerSeason } from "@/lib/seasons";
import { grouped } from "@/lib/words";
import { ShowHidden } from "./ShowHidden";
import type { ChangeSearch } from "./usePlayerSearch";
import classes from "./ListNotes.module.css";

interface Props {
  request: ListRequest;
  change: ChangeSearch;
  players: ReturnType<typeof usePlayers>;
  stats: readonly Figure[];
}

/** Above the list: where its statistics are from, and how many players are hidden. */
export function ListNotes(props: Props) {
  const { request, change, players } = props;
  const { data: seasons } = useSeasons();
  const season = seasons?.find(({ id }) => id === request.search.season);
  return (
    <div className={classes.notes}>
      {season && <SeasonNote season={season} {...props} />}
      {players.data?.total !== 0 && <ShowHidden request={request} change={change} quiet />}
    </div>
  );
}

function SeasonNote({ season, request, change, players, stats }: Props & { season: Season }) {
  const { data, isPlaceholderData } = players;
  const isEmpty =
    data !== undefined &&
    !isPlaceholderData &&
    data.players.length > 0 &&
    data.players.every((player) => Object.keys(player.stats ?? {}).length === 0);
  const cohorts = [
    stats.some(({ form }) => form === "percentile") && "position",
    stats.some(({ form }) => form === "league_percentile") && "position and league",
  ]
    .filter(Boolean)
    .join(" or the ");
  const count = useCountWithStatistics(request, isEmpty);
  const name = providerSeason(season);
  if (isEmpty && count !== undefined) {
    return (
      <p role="status">
        {count === 0
          ? `None of these players has statistics in ${name}.`
          : `None on this page; ${grouped(count)} of these players have statistics in ${name}.`}{" "}
        {count > 0 && (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              change({ minutes_min: 1 });
            }}
          >
            Show only those
          </Button>
        )}
      </p>
    );
  }
  return (
    <p className={classes.season}>
      <strong>{name}</strong>
      {season.as_of && ` · data as of ${day(season.as_of)}`}
      {stats.length === 0 && " · choose statistics under “Columns”"}
      {cohorts && ` · percentiles within the ${cohorts}, ${String(MIN_MINUTES)}+ minutes`}
      {season.is_stale && " · percentiles are being computed"}
    </p>
  );
}
