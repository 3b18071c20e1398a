import { useDocumentTitle } from "@mantine/hooks";
import { useParams, useSearch } from "@tanstack/react-router";
import { hasStatus, reason } from "@/hooks/problems";
import { useDialogs } from "@/hooks/useDialogs";
import { useShortcuts } from "@/hooks/useShortcuts";
import { useReport } from "@/hooks/useReports";
import { isReportId } from "@/lib/reportSearch";
import { EmptyState, ErrorState } from "@/components/States";
import { LinkButton } from "@/components/LinkButton";
import { Comparison } from "./Comparison";
import { NewerReport } from "./NewerReport";
import { ReportHead } from "./ReportHead";
import { ReportSkeleton } from "./ReportSkeleton";
import { ReportView } from "./ReportView";
import { ScoutAgain } from "./ScoutAgain";
import { Versions } from "./Versions";
import classes from "./ReportPage.module.css";

const FROM = "/players/$playerId/reports/$reportId";

export function ReportPage() {
  const { playerId, reportId } = useParams({ from: FROM });
  const { compare } = useSearch({ from: FROM });
  const { data: report, error, refetch } = useReport(reportId);
  const player = report?.dossier.player;
  const dialogs = useDialogs();
  useShortcuts(
    report
      ? { s: () => { dialogs.scout({ id: report.player_id, full_name: report.dossier.player }); } }
      : {},
  ); // prettier-ignore
  useDocumentTitle(`${player ? `Report on ${player}` : "Report"} · Scouting Desk`);

  const elsewhere = report && String(report.player_id) !== playerId;
  if (elsewhere || !isReportId(reportId) || hasStatus(error, 404)) {
    return <NoReport playerId={playerId} />;
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
      <ReportHead playerId={playerId} report={report} />
      {report && <NewerReport report={report} />}
      <section className={classes.panel} aria-labelledby="report">
        <h2 id="report" className="spoken">
          Scouting report
        </h2>
        {report ? (
          <ReportView key={report.id} report={report} again={<ScoutAgain report={report} />} />
        ) : (
          <ReportSkeleton />
        )}
      </section>
      <section className={classes.panel} aria-labelledby="versions">
        <h2 id="versions" className={classes.title}>
          All reports
        </h2>
        <Versions playerId={Number(playerId)} current={reportId} compared={compare} />
        {report && compare && <Comparison report={report} otherId={compare} />}
      </section>
    </div>
  );
}

function NoReport({ playerId }: { playerId: string }) {
  return (
    <EmptyState
      page
      title="There is no such report"
      action={
        <LinkButton to="/players/$playerId" params={{ playerId }}>
          Go to the player
        </LinkButton>
      }
    >
      It may have been removed together with its player.
    </EmptyState>
  );
}
