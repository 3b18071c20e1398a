import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { reason } from "@/hooks/problems";
import type { PlayerSummary } from "@/hooks/usePlayers";
import { UNDO_MS, removePlayer, undoRemoval } from "@/hooks/useRemovals";
import { notify } from "@/lib/notify";
import { Dialog } from "@/components/Dialog";
import classes from "./RemoveDialog.module.css";

interface Props {
  player: PlayerSummary;
  onClose: () => void;
}

/** Asks; after that the removal can still be undone for some seconds. */
export function RemoveDialog({ player, onClose }: Props) {
  const { id, full_name } = player;
  const remove = () => {
    onClose();
    removePlayer(player, (error) => {
      notify({ message: `${full_name} was not removed. ${reason(error)}`, tone: "bad" });
    });
    const noteId = `removed-${String(id)}`;
    const undo = () => {
      undoRemoval(id);
      notifications.hide(noteId);
    };
    notify({
      id: noteId,
      stays: UNDO_MS,
      message: (
        <span className={classes.note}>
          {full_name} was removed.
          <Button variant="default" onClick={undo}>
            Undo
          </Button>
        </span>
      ),
    });
  };
  return (
    <Dialog title={`Delete ${full_name}?`} size={420} onClose={onClose}>
      <p>
        The player is removed for everybody, with every report. You can undo it for a few seconds.
      </p>
      <div className={classes.actions}>
        <Button variant="default" onClick={onClose}>
          Keep
        </Button>
        <Button color="red" onClick={remove} data-autofocus>
          Delete
        </Button>
      </div>
    </Dialog>
  );
}
