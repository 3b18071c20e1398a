import { Alert, Button, Group } from "@mantine/core";
import { useEffect, useRef } from "react";
import { reason } from "@/hooks/problems";
import type { Subject } from "@/hooks/useDialogs";
import { useScoutPlayer, useTask } from "@/hooks/useJobs";
import type { Task } from "@/hooks/useJobs";
import { useReport } from "@/hooks/useReports";
import { took } from "@/lib/dates";
import { Dialog } from "@/components/Dialog";
import { LinkButton } from "@/components/LinkButton";
import { ErrorState } from "@/components/States";
import { ReportSkeleton, ReportView } from "@/pages/report/ReportView";
import { TaskProgress } from "./TaskProgress";
import classes from "./CreateReportDialog.module.css";

interface Props {
  player: Subject;
  /** An existing task to follow; without it a new report is requested. */
  taskId?: string | undefined;
  onClose: () => void;
}

/** Requests a report and follows it until it can be read. Closing the dialog stops nothing. */
export function CreateReportDialog({ player, taskId, onClose }: Props) {
  const scout = useScoutPlayer();
  const { mutate } = scout;
  const requested = useRef(taskId !== undefined);
  useEffect(() => {
    if (requested.current) return;
    requested.current = true;
    mutate({ id: player.id, name: player.full_name });
  }, [mutate, player]);

  const id = scout.data?.task_id ?? (scout.isIdle || scout.isError ? taskId : undefined);
  const task = useTask(id).data;
  const failure = scout.isError ? reason(scout.error) : failureOf(task);
  const done = task?.status === "completed" && !scout.isPending;
  const ended = done || failure !== undefined;

  return (
    <Dialog title={`Report on ${player.full_name}`} size={done ? 760 : 480} onClose={onClose}>
      {done ? (
        <CompletedReport task={task} />
      ) : (
        <TaskProgress task={task} failed={failure !== undefined} />
      )}
      {failure && (
        <Alert color="red" mt="md">
          {failure}
        </Alert>
      )}
      <Group className={classes.actions} justify="flex-end" gap={8}>
        {failure && (
          <Button
            loading={scout.isPending}
            onClick={() => {
              mutate({ id: player.id, name: player.full_name });
            }}
          >
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
            Open player
          </LinkButton>
        )}
        {done && task.result_id && (
          <LinkButton
            to="/players/$playerId/reports/$reportId"
            params={{ playerId: String(player.id), reportId: task.result_id }}
            onClick={onClose}
          >
            Open report
          </LinkButton>
        )}
        <Button variant={ended ? "default" : "filled"} onClick={onClose}>
          {ended ? "Close" : "Continue in background"}
        </Button>
      </Group>
    </Dialog>
  );
}

function failureOf(task: Task | undefined): string | undefined {
  if (task?.status === "failed") return task.error ?? "The report could not be created.";
  return task?.status === "cancelled" ? "The report was cancelled." : undefined;
}

function CompletedReport({ task }: { task: Task }) {
  const { data: report, error, refetch } = useReport(task.result_id ?? undefined);
  const seconds = (Date.parse(task.finished_at ?? "") - Date.parse(task.created_at)) / 1000;
  return (
    <>
      <p role="status" className={classes.done}>
        <strong>Completed</strong> in {took(seconds)}
      </p>
      {report ? (
        <ReportView report={report} short />
      ) : error ? (
        <ErrorState
          title="The report could not be loaded"
          reason={reason(error)}
          onRetry={() => void refetch()}
        />
      ) : (
        <ReportSkeleton short />
      )}
    </>
  );
}
