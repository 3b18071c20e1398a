import { Alert, Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { reason } from "@/hooks/problems";
import type { Subject } from "@/hooks/useDialogs";
import { useScoutPlayer, useTask } from "@/hooks/useJobs";
import { Dialog } from "@/components/Dialog";
import { FinishedReport } from "./FinishedReport";
import { Steps } from "./Steps";
import { LinkButton } from "@/components/LinkButton";
import classes from "./ScoutDialog.module.css";

interface Props {
  player: Subject;
  /** A report asked for before; without it one is asked for now. */
  taskId?: string | undefined;
  onClose: () => void;
}

/** A report from the request to its text. Closing it stops nothing. */
export function ScoutDialog({ player, taskId, onClose }: Props) {
  const scout = useScoutPlayer();
  const { mutate } = scout;
  const asked = useRef(taskId !== undefined);
  const ask = () => {
    mutate({ id: player.id, name: player.full_name });
  };
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    mutate({ id: player.id, name: player.full_name });
  }, [mutate, player]);

  const id = scout.data?.task_id ?? (scout.isIdle || scout.isError ? taskId : undefined);
  const task = useTask(id).data;
  const failure = scout.isError
    ? reason(scout.error)
    : task?.status === "failed"
      ? (task.error ?? "The report could not be written.")
      : task?.status === "cancelled"
        ? "The report was cancelled."
        : undefined;
  const done = task?.status === "completed" && !scout.isPending;

  return (
    <Dialog title={`Scouting ${player.full_name}`} size={done ? 760 : 480} onClose={onClose}>
      {done ? (
        <FinishedReport playerId={player.id} task={task} onLeave={onClose} />
      ) : (
        <Steps task={task} failed={!!failure} />
      )}
      {failure && (
        <div className={classes.failure}>
          <Alert color="red">
            <strong>No report was written.</strong> {failure}
          </Alert>
        </div>
      )}
      <div className={classes.actions}>
        {failure && (
          <Button onClick={ask} loading={scout.isPending}>
            Try again
          </Button>
        )}
        {done && (
          <LinkButton
            to="/players/$playerId"
            params={{ playerId: String(player.id) }}
            variant="default"
            onClick={onClose}
          >
            Open the player
          </LinkButton>
        )}
        <Button variant={(failure ?? done) ? "default" : "primary"} onClick={onClose}>
          {(failure ?? done) ? "Close" : "Go on in the background"}
        </Button>
      </div>
    </Dialog>
  );
}
