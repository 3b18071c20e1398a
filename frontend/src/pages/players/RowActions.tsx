import { IconPencil, IconTrash, IconWand } from "@tabler/icons-react";
import { useDialogs } from "@/hooks/useDialogs";
import type { PlayerSummary } from "@/hooks/usePlayers";
import { IconButton } from "@/components/IconButton";
import classes from "./RowActions.module.css";

export function RowActions({ player }: { player: PlayerSummary }) {
  const dialogs = useDialogs();
  const actions = [
    { verb: "Scout", Icon: IconWand, run: dialogs.scout },
    { verb: "Edit", Icon: IconPencil, run: dialogs.edit },
    { verb: "Delete", Icon: IconTrash, run: dialogs.remove },
  ] as const;
  return (
    <span className={classes.actions}>
      {actions.map(({ verb, Icon, run }) => (
        <IconButton
          key={verb}
          label={`${verb} ${player.full_name}`}
          title={verb}
          onClick={() => {
            run(player);
          }}
        >
          <Icon size={16} stroke={1.7} />
        </IconButton>
      ))}
    </span>
  );
}
