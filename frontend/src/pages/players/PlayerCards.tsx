import { clsx } from "clsx";
import { memo } from "react";
import type { PlayerSummary } from "@/hooks/usePlayers";
import { DEFAULT_LIMIT } from "@/lib/playerSearch";
import type { PlayerSearch } from "@/lib/playerSearch";
import { day } from "@/lib/dates";
import { money } from "@/lib/money";
import { NONE } from "@/lib/words";
import { Flag } from "@/components/Flag";
import { PositionTag } from "@/components/PositionTag";
import { Bone } from "@/components/States";
import { PlayerLink } from "./PlayerLink";
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
              <Bone width="60%" height={14} />
              <Bone width="80%" />
            </li>
          ))}
    </ul>
  );
}

const Card = memo(function Card({ player }: { player: PlayerSummary }) {
  const facts = [
    player.age === null ? undefined : `${String(player.age)} years`,
    player.contract_until ? `until ${day(player.contract_until)}` : undefined,
    player.has_scouting_report ? "report" : undefined,
  ];
  return (
    <li className={clsx("panel", classes.card)} data-player>
      <div className={classes.line}>
        {player.country && <Flag country={player.country} label={player.country} />}
        <PlayerLink id={player.id} className={classes.name}>
          {player.full_name}
        </PlayerLink>
        <strong className="num">
          {player.market_value === null ? NONE : money(player.market_value)}
        </strong>
      </div>
      <div className={classes.line}>
        <PositionTag position={player.position} subPosition={player.sub_position} short />
        <span className={classes.club}>{player.current_team ?? "No club on record"}</span>
      </div>
      <p className={classes.facts}>{facts.filter(Boolean).join(" · ")}</p>
    </li>
  );
});
