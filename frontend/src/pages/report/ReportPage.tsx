import { useDocumentTitle } from "@mantine/hooks";
import { useParams, useSearch } from "@tanstack/react-router";
import { hasStatus, reason } from "@/hooks/problems";
import { useDialogs } from "@/hooks/useDialogs";
import { useReport } from "@/hooks/useReports";
import { useShortcuts } from "@/hooks/useShortcuts";
import { isReportId } from "@/lib/reportSearch";
import { EmptyState, ErrorState } from "@/components/States";
import { LinkButton } from "@/components/LinkButton";
import { Comparison } from "./Comparison";
import { ReportHeader } from "./ReportHeader";
import { NewerReport, ReportHistory } from "./ReportHistory";
import { ReportSkeleton, ReportView } from "./ReportView";
import classes from "./ReportPage.module.css";

const FROM = "/players/$playerId/reports/$reportId";

export function ReportPage() {
  const { playerId, reportId } = useParams({ from: FROM });
  const { compare } = useSearch({ from: FROM });
  const { data: report, error, refetch } = useReport(reportId);
  const dialogs = useDialogs();
  useShortcuts(
    report
      ? {
          s: () => {
            dialogs.scout({ id: report.player_id, full_name: report.dossier.player });
          },
        }
      : {},
  );
  const title = report ? `Report on ${report.dossier.player}` : "Report";
  useDocumentTitle(`${title} · Scouting Desk`);

  const belongsToOther = report && String(report.player_id) !== playerId;
  if (belongsToOther || !isReportId(reportId) || hasStatus(error, 404)) {
    return (
      <EmptyState
        page
        title="Report not found"
        action={
          <LinkButton to="/players/$playerId" params={{ playerId }} search={{ tab: "reports" }}>
            Open player
          </LinkButton>
        }
      >
        It may have been deleted together with its player.
      </EmptyState>
    );
  }
  if (error && !report) {
    return (
      <ErrorState
        page
        title="The report could not be loaded"
        reason={reason(error)}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <div className={classes.page}>
      <ReportHeader playerId={playerId} report={report} />
      {report && <NewerReport report={report} />}
      <section className={classes.panel} aria-labelledby="report">
        <h2 id="report" className="spoken">
          Scouting report
        </h2>
        {report ? <ReportView key={report.id} report={report} /> : <ReportSkeleton />}
      </section>
      <section className={classes.panel} aria-labelledby="history">
        <h2 id="history" className={classes.title}>
          All reports
        </h2>
        <ReportHistory playerId={Number(playerId)} currentId={reportId} comparedId={compare} />
        {report && compare && <Comparison report={report} otherId={compare} />}
      </section>
    </div>
  );
}
