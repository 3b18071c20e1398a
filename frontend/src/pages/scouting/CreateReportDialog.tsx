import { useEffect, useRef, useState } from "react";
import { fieldMessages, hasStatus, reason } from "@/hooks/problems";
import type { Subject } from "@/hooks/useDialogs";
import { useJobList, useScoutPlayer, useTask } from "@/hooks/useJobs";
import type { BriefIn } from "@/hooks/useJobs";
import { NO_BRIEF } from "@/lib/brief";
import { Dialog } from "@/components/Dialog";
import { BriefForm } from "./BriefForm";
import { ReportProgress } from "./ReportProgress";
import { taskFailure } from "./taskFailure";

interface Props {
  player: Subject;
  /** A brief to request the report with at once. */
  brief?: BriefIn | undefined;
  /** An existing task to follow. */
  taskId?: string | undefined;
  onClose: () => void;
}

/**
 * Asks for the brief, requests a report and follows it until it can be read. Closing the dialog
 * stops nothing.
 */
export function CreateReportDialog({ player, brief, taskId, onClose }: Props) {
  const scout = useScoutPlayer();
  const { mutate } = scout;
  const { jobs } = useJobList();
  const earlier = jobs.find((job) => job.taskId === taskId)?.brief;
  const [requested, setRequested] = useState(brief ?? earlier);
  const request = (wanted: BriefIn) => {
    setRequested(wanted);
    mutate({ id: player.id, name: player.full_name, brief: wanted });
  };
  const started = useRef(false);
  useEffect(() => {
    if (started.current || !brief) return;
    started.current = true;
    mutate({ id: player.id, name: player.full_name, brief });
  }, [mutate, player, brief]);

  const id = scout.data?.task_id ?? (scout.isIdle || scout.isError ? taskId : undefined);
  const task = useTask(id).data;
  const failure = scout.isError
    ? reason(scout.error)
    : taskFailure(task, "The report could not be created.");
  const done = task?.status === "completed" && !scout.isPending;
  const isAsking = !taskId && (!requested || hasStatus(scout.error, 422));
  return (
    <Dialog
      title={isAsking ? `Create report on ${player.full_name}` : `Report on ${player.full_name}`}
      size={isAsking ? 640 : done ? 760 : 480}
      onClose={onClose}
    >
      {isAsking ? (
        <BriefForm
          playerId={player.id}
          problem={scout.isError ? reason(scout.error) : undefined}
          rejected={fieldMessages(scout.error)}
          onSubmit={request}
          onCancel={onClose}
        />
      ) : (
        <ReportProgress
          player={player}
          task={task}
          done={done}
          failure={failure}
          isRetrying={scout.isPending}
          onRetry={() => {
            request(requested ?? NO_BRIEF);
          }}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}
