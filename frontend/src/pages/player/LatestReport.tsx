import { clsx } from "clsx";
import { reason } from "@/hooks/problems";
import { useReport, useReports } from "@/hooks/useReports";
import { LinkButton } from "@/components/LinkButton";
import { ErrorState } from "@/components/States";
import { ExportMenu } from "@/pages/report/ExportMenu";
import { ReportSkeleton, ReportView } from "@/pages/report/ReportView";
import classes from "./LatestReport.module.css";

/** The latest report on a player. */
export function LatestReport({ playerId }: { playerId: number }) {
  const list = useReports(playerId);
  const latestId = list.data?.reports[0]?.id;
  const { data: report, error, refetch } = useReport(latestId);
  const failure = (list.data ? null : list.error) ?? (report ? null : error);
  const hasNone = list.data && !latestId;
  return (
    <section className={clsx("panel", classes.panel)} aria-labelledby="report">
      <div className={classes.head}>
        <h2 id="report">Scouting report</h2>
        {latestId && (
          <div className={classes.actions}>
            <LinkButton
              variant="default"
              to="/players/$playerId/reports/$reportId"
              params={{ playerId: String(playerId), reportId: latestId }}
            >
              Open report
            </LinkButton>
            <ExportMenu reportId={latestId} />
          </div>
        )}
      </div>
      {failure && (
        <ErrorState
          title="The report could not be loaded"
          reason={reason(failure)}
          onRetry={() => void (list.data ? refetch() : list.refetch())}
        />
      )}
      {report && <ReportView key={report.id} report={report} />}
      {hasNone && (
        <p className={classes.none}>
          <strong>No report yet.</strong> A report answers with a recommendation and its reasons,
          then strengths, weaknesses, market and risk. Every sentence shows its evidence.
        </p>
      )}
      {!failure && !report && !hasNone && <ReportSkeleton />}
    </section>
  );
}
