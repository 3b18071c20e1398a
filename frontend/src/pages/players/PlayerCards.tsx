import { Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { clsx } from "clsx";
import type { ColumnVisibilityState } from "@tanstack/react-table";
import { useMetricsByKey } from "@/hooks/useMetrics";
import { useSeenSince } from "@/hooks/usePlayers";
import type { PlayerSummary } from "@/hooks/usePlayers";
import { DEFAULT_LIMIT } from "@/lib/playerSearch";
import type { PlayerSearch } from "@/lib/playerSearch";
import { day } from "@/lib/dates";
import { figureId, figureLabel, figureShortLabel } from "@/lib/figures";
import type { Figure } from "@/lib/figures";
import { money } from "@/lib/money";
import { lastSeen } from "@/lib/seasons";
import { NONE, height, statusWord } from "@/lib/words";
import { Flag } from "@/components/Flag";
import { PositionTag } from "@/components/PositionTag";
import { StatCell } from "./StatCell";
import { useColumns } from "./useColumns";
import classes from "./PlayerCards.module.css";

interface Props {
  players: PlayerSummary[] | undefined;
  search: PlayerSearch;
  /** The shown figures of the chosen season. */
  stats: readonly Figure[];
  stale: boolean;
}

/** The players with the chosen columns, for a phone. */
export function PlayerCards({ players, search, stats, stale }: Props) {
  const { visibility } = useColumns(search.season);
  return (
    <ul className={classes.cards} aria-busy={stale || !players}>
      {players
        ? players.map((player) => (
            <Card key={player.id} player={player} visibility={visibility} stats={stats} />
          ))
        : Array.from({ length: Math.min(search.limit ?? DEFAULT_LIMIT, 12) }, (_, index) => (
            <li key={index} className={clsx("panel", classes.card)}>
              <Skeleton width="60%" height={14} />
              <Skeleton width="80%" height={12} />
            </li>
          ))}
    </ul>
  );
}

interface CardProps {
  player: PlayerSummary;
  visibility: ColumnVisibilityState;
  stats: readonly Figure[];
}

function Card({ player, visibility, stats }: CardProps) {
  const seen = lastSeen(player.last_season, useSeenSince());
  const shows = (column: string) => visibility[column] !== false;
  const facts = [
    seen,
    shows("age") && player.age !== null && `${String(player.age)} years`,
    shows("contract_until") && player.contract_until && `until ${day(player.contract_until)}`,
    shows("league") && player.league,
    shows("country") && [player.country, player.second_country].filter(Boolean).join(", "),
    shows("foot") && player.foot && `${player.foot}-footed`,
    shows("height_cm") && player.height_cm !== null && height(player.height_cm),
    shows("highest_market_value") &&
      player.highest_market_value !== null &&
      `career high ${money(player.highest_market_value)}`,
    shows("status") && statusWord(player.status).toLowerCase(),
    shows("updated_at") && `changed ${day(player.updated_at)}`,
    player.has_scouting_report && "report",
  ];
  return (
    <li className={clsx("panel", classes.card)} data-player>
      <div className={classes.line}>
        {player.country && <Flag country={player.country} label={player.country} />}
        <Link
          to="/players/$playerId"
          params={{ playerId: String(player.id) }}
          className={classes.name}
          data-player-link
        >
          {player.full_name}
        </Link>
        {shows("market_value") && (
          <strong className="num">
            {player.market_value === null ? NONE : money(player.market_value)}
          </strong>
        )}
      </div>
      <div className={classes.line}>
        {shows("sub_position") && (
          <PositionTag position={player.position} subPosition={player.sub_position} short />
        )}
        {shows("current_team") && (
          <span className={classes.club}>{player.current_team ?? "No club"}</span>
        )}
      </div>
      <p className={classes.facts}>{facts.filter(Boolean).join(" · ")}</p>
      {stats.length > 0 && <Stats player={player} stats={stats} />}
    </li>
  );
}

function Stats({ player, stats }: Pick<CardProps, "player" | "stats">) {
  const metrics = useMetricsByKey();
  return (
    <dl className={classes.stats}>
      {stats.map((figure) => (
        <div key={figureId(figure)}>
          <dt title={figureLabel(figure, metrics)}>{figureShortLabel(figure, metrics)}</dt>
          <dd>
            <StatCell
              value={player.stats?.[figure.metric]?.[figure.form]}
              form={figure.form}
              metric={metrics.get(figure.metric)}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}
