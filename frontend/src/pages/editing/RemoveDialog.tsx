import { reason } from "@/hooks/problems";
import type { PlayerSummary } from "@/hooks/usePlayers";
import { UNDO_MS, removePlayer, undoRemoval } from "@/hooks/useRemovals";
import { dismissNote, notify } from "@/lib/notify";
import { Sheet } from "@/components/Sheet";
import { Button } from "@/components/Button";
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
      void notify({ message: `${full_name} was not removed. ${reason(error)}`, tone: "bad" });
    });
    const noteId = `removed-${String(id)}`;
    const undo = () => {
      undoRemoval(id);
      void dismissNote(noteId);
    };
    void notify({
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
    <Sheet title={`Delete ${full_name}?`} size={420} onClose={onClose}>
      <p>
        The player is removed for everybody, with every report. You can undo it for a few seconds.
      </p>
      <div className={classes.actions}>
        <Button variant="default" onClick={onClose}>
          Keep
        </Button>
        <Button variant="danger" onClick={remove} data-autofocus>
          Delete
        </Button>
      </div>
    </Sheet>
  );
}
