import { Alert, Button, Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { IconClockExclamation } from "@tabler/icons-react";
import { useReports } from "@/hooks/useReports";
import type { Report, ReportSummary } from "@/hooks/useReports";
import { reason } from "@/hooks/problems";
import { moment } from "@/lib/dates";
import { VERDICTS, VERDICT_TONES, lengthText, writer } from "@/lib/reportLabels";
import { plural } from "@/lib/words";
import { ErrorState } from "@/components/States";
import classes from "./ReportHistory.module.css";

/** On an older report, a link to the latest one. */
export function NewerReport({ report }: { report: Report }) {
  const latest = useReports(report.player_id).data?.reports[0];
  if (!latest || latest.id === report.id) return null;
  const params = { playerId: String(report.player_id), reportId: latest.id };
  return (
    <Alert role="status">
      This is an older report. Latest:{" "}
      <Link to="/players/$playerId/reports/$reportId" params={params}>
        {moment(latest.created_at)}
      </Link>{" "}
      ({VERDICTS[latest.verdict]})
    </Alert>
  );
}

interface Props {
  playerId: number;
  currentId: string;
  /** The report that the current one is compared with. */
  comparedId?: string | undefined;
}

/** All reports on a player, newest first, each with a link to compare it with the current one. */
export function ReportHistory({ playerId, currentId, comparedId }: Props) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useReports(playerId);
  if (error && !data) {
    return (
      <ErrorState
        title="The reports could not be loaded"
        reason={reason(error)}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!data) return <Skeleton height={120} />;
  return (
    <>
      <ol className={classes.list}>
        {data.reports.map((report) => (
          <li key={report.id} className={classes.item} aria-current={report.id === currentId}>
            <HistoryItem
              report={report}
              currentId={currentId}
              isCompared={report.id === comparedId}
            />
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Load older
        </Button>
      )}
    </>
  );
}

interface ItemProps {
  report: ReportSummary;
  currentId: string;
  isCompared: boolean;
}

function HistoryItem({ report, currentId, isCompared }: ItemProps) {
  const playerId = String(report.player_id);
  const written = moment(report.created_at);
  return (
    <>
      <p className={classes.date}>
        <Link to="/players/$playerId/reports/$reportId" params={{ playerId, reportId: report.id }}>
          {written}
        </Link>
      </p>
      <p className={classes.verdict} data-tone={VERDICT_TONES[report.verdict]}>
        <i aria-hidden="true" />
        {VERDICTS[report.verdict]}
        <span className="quiet">, {report.confidence} confidence</span>
      </p>
      <p className={classes.details}>
        {report.headline && <span className={classes.headline}>{report.headline}</span>}
        {writer(report)} · {lengthText(report)}
      </p>
      <p className={classes.state}>
        {report.out_of_date && (
          <span className={classes.outOfDate}>
            <IconClockExclamation size={14} aria-hidden="true" />
            Out of date, {plural(report.changed, "change")}
          </span>
        )}
        {report.id === currentId ? (
          <span className="quiet">Current</span>
        ) : (
          <Link
            to="/players/$playerId/reports/$reportId"
            params={{ playerId, reportId: currentId }}
            search={{ compare: report.id }}
            resetScroll={false}
            aria-label={`Compare with the report of ${written}`}
            aria-current={isCompared}
          >
            Compare
          </Link>
        )}
      </p>
    </>
  );
}
