import { ActionIcon } from "@mantine/core";
import { IconPencil, IconTrash, IconWand } from "@tabler/icons-react";
import { useDialogs } from "@/hooks/useDialogs";
import type { PlayerSummary } from "@/hooks/usePlayers";
import classes from "./RowActions.module.css";

export function RowActions({ player }: { player: PlayerSummary }) {
  const dialogs = useDialogs();
  const actions = [
    { title: "Create report", label: "Create report on", Icon: IconWand, run: dialogs.scout },
    { title: "Edit", label: "Edit", Icon: IconPencil, run: dialogs.edit },
    { title: "Delete", label: "Delete", Icon: IconTrash, run: dialogs.remove },
  ] as const;
  return (
    <span className={classes.actions}>
      {actions.map(({ title, label, Icon, run }) => (
        <ActionIcon
          key={title}
          aria-label={`${label} ${player.full_name}`}
          title={title}
          onClick={() => {
            run(player);
          }}
        >
          <Icon size={16} stroke={1.7} />
        </ActionIcon>
      ))}
    </span>
  );
}
