import { Link } from "@tanstack/react-router";
import { IconFileText } from "@tabler/icons-react";
import { useSeenSince } from "@/hooks/usePlayers";
import type { PlayerSummary } from "@/hooks/usePlayers";
import { day } from "@/lib/dates";
import { lastSeen } from "@/lib/seasons";
import { NONE } from "@/lib/words";
import { Flag } from "@/components/Flag";
import classes from "./cells.module.css";

interface Props {
  player: PlayerSummary;
}

/** The name; its link covers the whole row, so that a click anywhere opens the player. */
export function PlayerCell({ player }: Props) {
  const seen = lastSeen(player.last_season, useSeenSince());
  return (
    <span className={classes.player}>
      {player.country && <Flag country={player.country} label={player.country} />}
      <span className={classes.words}>
        <Link
          to="/players/$playerId"
          params={{ playerId: String(player.id) }}
          className={classes.name}
          data-player-link
        >
          {player.full_name}
        </Link>
        {seen && <span className={classes.seen}>{seen}</span>}
      </span>
      {player.has_scouting_report && (
        <IconFileText
          className={classes.report}
          size={14}
          stroke={1.8}
          role="img"
          aria-label="Has a report"
        />
      )}
    </span>
  );
}

export function CountryCell({ player: { country, second_country } }: Props) {
  if (!country) return <span className="quiet">{NONE}</span>;
  return (
    <>
      <Flag country={country} /> {country}
      {second_country && (
        <>
          {" "}
          <Flag country={second_country} label={second_country} />
        </>
      )}
    </>
  );
}

const WARNINGS: Partial<Record<string, string>> = {
  expired: "Expired",
  within_6_months: "Expires within 6 months",
};

export function ContractCell({ player: { contract_until, contract_status } }: Props) {
  if (!contract_until) return <span className="quiet">{NONE}</span>;
  const warning = contract_status ? WARNINGS[contract_status] : undefined;
  return (
    <span className={classes.contract} data-state={contract_status} title={warning}>
      {day(contract_until)}
    </span>
  );
}
