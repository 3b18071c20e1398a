import { Button } from "@mantine/core";
import { clsx } from "clsx";
import { IconPencil, IconTrash, IconWand } from "@tabler/icons-react";
import { useDialogs } from "@/hooks/useDialogs";
import type { Player } from "@/hooks/usePlayer";
import { Flag } from "@/components/Flag";
import { Pitch } from "@/components/Pitch";
import { PositionTag } from "@/components/PositionTag";
import { KeyFacts } from "./KeyFacts";
import classes from "./Dossier.module.css";

/** Who he is at a glance, and what can be done. */
export function Dossier({ player }: { player: Player }) {
  const dialogs = useDialogs();
  const { full_name, country, second_country, current_team, league, position, sub_position } =
    player;
  const countries = [country, second_country].filter((name) => name !== null);
  return (
    <article className={clsx("panel", classes.dossier)}>
      <div className={classes.pitch}>
        <Pitch position={position} subPosition={sub_position} />
      </div>
      <div className={classes.who}>
        <h1 className={classes.name}>{full_name}</h1>
        <p className={classes.line}>
          <PositionTag position={position} subPosition={sub_position} />
          <span className={classes.club}>
            {current_team ?? "No club on record"}
            {league && <span className="quiet"> · {league}</span>}
          </span>
          {countries.map((name) => (
            <span key={name} className={classes.country}>
              <Flag country={name} /> {name}
            </span>
          ))}
        </p>
      </div>
      <div className={classes.actions}>
        <Button
          leftSection={<IconWand size={16} />}
          onClick={() => {
            dialogs.scout(player);
          }}
        >
          Scout
        </Button>
        <Button
          variant="default"
          leftSection={<IconPencil size={16} />}
          onClick={() => {
            dialogs.edit(player);
          }}
        >
          Edit
        </Button>
        <Button
          variant="default"
          leftSection={<IconTrash size={16} />}
          onClick={() => {
            dialogs.remove(player);
          }}
        >
          Delete
        </Button>
      </div>
      <KeyFacts player={player} />
    </article>
  );
}
