import { Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { clsx } from "clsx";
import type { PlayerSummary } from "@/hooks/usePlayers";
import { DEFAULT_LIMIT } from "@/lib/playerSearch";
import type { PlayerSearch } from "@/lib/playerSearch";
import { day } from "@/lib/dates";
import { money } from "@/lib/money";
import { NONE } from "@/lib/words";
import { Flag } from "@/components/Flag";
import { PositionTag } from "@/components/PositionTag";
import classes from "./PlayerCards.module.css";

interface Props {
  players: PlayerSummary[] | undefined;
  search: PlayerSearch;
  stale: boolean;
}

export function PlayerCards({ players, search, stale }: Props) {
  return (
    <ul className={classes.cards} aria-busy={stale || !players}>
      {players
        ? players.map((player) => <Card key={player.id} player={player} />)
        : Array.from({ length: Math.min(search.limit ?? DEFAULT_LIMIT, 12) }, (_, index) => (
            <li key={index} className={clsx("panel", classes.card)}>
              <Skeleton width="60%" height={14} />
              <Skeleton width="80%" height={12} />
            </li>
          ))}
    </ul>
  );
}

function Card({ player }: { player: PlayerSummary }) {
  const facts = [
    player.age === null ? undefined : `${String(player.age)} years`,
    player.contract_until ? `until ${day(player.contract_until)}` : undefined,
    player.has_scouting_report ? "report" : undefined,
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
        <strong className="num">
          {player.market_value === null ? NONE : money(player.market_value)}
        </strong>
      </div>
      <div className={classes.line}>
        <PositionTag position={player.position} subPosition={player.sub_position} short />
        <span className={classes.club}>{player.current_team ?? "No club"}</span>
      </div>
      <p className={classes.facts}>{facts.filter(Boolean).join(" · ")}</p>
    </li>
  );
}
