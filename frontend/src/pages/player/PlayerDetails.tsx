import { Skeleton } from "@mantine/core";
import { clsx } from "clsx";
import type { Player } from "@/hooks/usePlayer";
import { seasonName } from "@/lib/career";
import { day, moment } from "@/lib/dates";
import { NONE, capitalised, statusWord } from "@/lib/words";
import classes from "./PlayerDetails.module.css";

const AGE_GROUPS: Partial<Record<string, string>> = { "23-29": "23–29" };

function rows(player: Player): [name: string, value: string][] {
  const { age_group, data_as_of, last_season, source } = player;
  return [
    ["Status", statusWord(player.status)],
    ["Club", player.current_team ?? NONE],
    ["League", player.league ?? NONE],
    ["Agent", player.agent ?? NONE],
    ["Age group", age_group ? (AGE_GROUPS[age_group] ?? age_group) : NONE],
    ["Last season", last_season ? seasonName(last_season) : NONE],
    ["Data as of", data_as_of ? day(data_as_of) : NONE],
    ["Source", source ? capitalised(source) : "Manual entry"],
    ["Added", moment(player.created_at)],
    ["Updated", moment(player.updated_at)],
  ];
}

/** The remaining data on a player, its source and its dates. */
export function PlayerDetails({ player }: { player: Player | undefined }) {
  return (
    <section className={clsx("panel", classes.details)} aria-labelledby="details">
      <h2 id="details">Details</h2>
      {player ? (
        <dl className={classes.rows}>
          {rows(player).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <Skeleton height={96} />
      )}
    </section>
  );
}
