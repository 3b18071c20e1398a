import { reason } from "@/hooks/problems";
import type { Task } from "@/hooks/useJobs";
import { useReport, useReports } from "@/hooks/useReports";
import { took } from "@/lib/dates";
import { LinkButton } from "@/components/LinkButton";
import { ErrorState } from "@/components/States";
import { ReportSkeleton } from "@/pages/report/ReportSkeleton";
import { ReportView } from "@/pages/report/ReportView";
import { ScoutAgain } from "@/pages/report/ScoutAgain";
import classes from "./FinishedReport.module.css";

interface Props {
  playerId: number;
  task: Task;
  onLeave: () => void;
}

const seconds = (task: Task) =>
  (Date.parse(task.finished_at ?? task.created_at) - Date.parse(task.created_at)) / 1000;

export function FinishedReport({ playerId, task, onLeave }: Props) {
  const list = useReports(playerId);
  // The first one written after it was asked for.
  const asked = Date.parse(task.created_at);
  const id = list.data?.reports.findLast(({ created_at }) => Date.parse(created_at) >= asked)?.id;
  const { data: report, error, refetch } = useReport(id);
  const failed = report ? null : (list.error ?? error);
  return (
    <>
      <div className={classes.done}>
        <p role="status">
          <strong>Completed</strong> in {took(seconds(task))}
        </p>
        {id && (
          <LinkButton
            to="/players/$playerId/reports/$reportId"
            params={{ playerId: String(playerId), reportId: id }}
            variant="default"
            onClick={onLeave}
          >
            Open the report
          </LinkButton>
        )}
      </div>
      {failed ? (
        <ErrorState
          title="The report could not be loaded"
          reason={reason(failed)}
          onRetry={() => void (id ? refetch() : list.refetch())}
        />
      ) : report ? (
        <ReportView report={report} again={<ScoutAgain report={report} />} short />
      ) : (
        <ReportSkeleton short />
      )}
    </>
  );
}
