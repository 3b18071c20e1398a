import { Alert, Button, Group } from "@mantine/core";
import { useEffect, useRef } from "react";
import { reason } from "@/hooks/problems";
import type { Subject } from "@/hooks/useDialogs";
import type { Task } from "@/hooks/useJobs";
import { useReport } from "@/hooks/useReports";
import { took } from "@/lib/dates";
import { LinkButton } from "@/components/LinkButton";
import { ErrorState } from "@/components/States";
import { ReportSkeleton, ReportView } from "@/pages/report/ReportView";
import { TaskProgress } from "./TaskProgress";
import classes from "./ReportProgress.module.css";

interface Props {
  player: Subject;
  task: Task | undefined;
  done: boolean;
  failure: string | undefined;
  isRetrying: boolean;
  onRetry: () => void;
  onClose: () => void;
}

/** How far a report is, and then the report. */
export function ReportProgress(props: Props) {
  const { player, task, done, failure, isRetrying, onRetry, onClose } = props;
  const ended = done || failure !== undefined;
  const closeButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The form before it, which had the focus, is gone.
    if (document.activeElement === document.body) closeButton.current?.focus();
  }, []);
  return (
    <>
      {done && task ? (
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
          <Button loading={isRetrying} onClick={onRetry}>
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
        {done && task?.result_id && (
          <LinkButton
            to="/players/$playerId/reports/$reportId"
            params={{ playerId: String(player.id), reportId: task.result_id }}
            onClick={onClose}
          >
            Open report
          </LinkButton>
        )}
        <Button ref={closeButton} variant={ended ? "default" : "filled"} onClick={onClose}>
          {ended ? "Close" : "Continue in background"}
        </Button>
      </Group>
    </>
  );
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
