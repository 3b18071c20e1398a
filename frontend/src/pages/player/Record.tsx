import { Skeleton } from "@mantine/core";
import { clsx } from "clsx";
import type { Player } from "@/hooks/usePlayer";
import { day, moment } from "@/lib/dates";
import { NONE, statusWord } from "@/lib/words";
import classes from "./Record.module.css";

const AGE_GROUPS: Partial<Record<string, string>> = { "23-29": "23–29", "30+": "30 and over" };

const source = ({ source: name }: Player) =>
  name ? name.charAt(0).toUpperCase() + name.slice(1) : "Entered by hand";

function rows(player: Player): [name: string, value: string][] {
  const { age_group, data_as_of, last_season } = player;
  return [
    ["Status", statusWord(player.status)],
    ["Club", player.current_team ?? NONE],
    ["League", player.league ?? NONE],
    ["Age group", age_group ? (AGE_GROUPS[age_group] ?? age_group) : NONE],
    ["Agent", player.agent ?? NONE],
    [
      "Last season",
      last_season ? `${String(last_season)}/${String(last_season + 1).slice(2)}` : NONE,
    ],
    ["Facts true on", data_as_of ? day(data_as_of) : NONE],
    ["Source", source(player)],
    ["Added", moment(player.created_at)],
    ["Changed", moment(player.updated_at)],
  ];
}

/** Everything else that is on record, and how fresh it is. */
export function Record({ player }: { player: Player | undefined }) {
  return (
    <section className={clsx("panel", classes.record)} aria-labelledby="record">
      <h2 id="record">Record</h2>
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
        <Skeleton width="100%" height={290} />
      )}
    </section>
  );
}
