import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { reason } from "@/hooks/problems";
import type { PlayerSummary } from "@/hooks/usePlayers";
import { UNDO_MS, removePlayer, undoRemoval } from "@/hooks/useRemovals";
import { notify } from "@/lib/notify";
import { Dialog } from "@/components/Dialog";

interface Props {
  player: PlayerSummary;
  onClose: () => void;
}

/** Confirms a deletion, which can then be undone for some seconds. */
export function DeleteDialog({ player, onClose }: Props) {
  const { id, full_name } = player;
  const deletePlayer = () => {
    onClose();
    removePlayer(player, (error) => {
      notify({ message: `${full_name} was not deleted. ${reason(error)}`, tone: "bad" });
    });
    const noticeId = `deleted-${String(id)}`;
    const undo = () => {
      undoRemoval(id);
      notifications.hide(noticeId);
    };
    notify({
      id: noticeId,
      stays: UNDO_MS,
      message: (
        <Group justify="space-between" wrap="nowrap">
          <span>{full_name} was deleted.</span>
          <Button variant="default" size="compact-sm" onClick={undo}>
            Undo
          </Button>
        </Group>
      ),
    });
  };
  return (
    <Dialog title={`Delete ${full_name}?`} size={420} onClose={onClose}>
      <p>
        This deletes the player and all their reports for everyone. You can undo it for{" "}
        {UNDO_MS / 1000} seconds.
      </p>
      <Group justify="flex-end" mt="lg" gap={8}>
        <Button variant="default" onClick={onClose} data-autofocus>
          Cancel
        </Button>
        <Button color="red" onClick={deletePlayer}>
          Delete
        </Button>
      </Group>
    </Dialog>
  );
}
