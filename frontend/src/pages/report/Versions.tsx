import { Button, Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { IconClockExclamation } from "@tabler/icons-react";
import { useReports } from "@/hooks/useReports";
import type { ReportSummary } from "@/hooks/useReports";
import { reason } from "@/hooks/problems";
import { moment } from "@/lib/dates";
import { checkedWords, verdictWord, writer } from "@/lib/reportWords";
import { plural } from "@/lib/words";
import { ErrorState } from "@/components/States";
import classes from "./Versions.module.css";

interface Props {
  playerId: number;
  /** The report that is shown. */
  current: string | undefined;
  /** The report it is compared with. */
  compared?: string | undefined;
}

/** Every report on a player, the newest first; each opens, and can be compared with the one shown. */
export function Versions({ playerId, current, compared }: Props) {
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
  if (!data) return <Skeleton width="100%" height={120} />;
  return (
    <>
      <ol className={classes.list}>
        {data.reports.map((report) => (
          <li key={report.id} className={classes.version} aria-current={report.id === current}>
            <Version report={report} current={current} compared={report.id === compared} />
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show older ones
        </Button>
      )}
    </>
  );
}

interface VersionProps {
  report: ReportSummary;
  current: string | undefined;
  compared: boolean;
}

function Version({ report, current, compared }: VersionProps) {
  const playerId = String(report.player_id);
  const written = moment(report.created_at);
  return (
    <>
      <p className={classes.date}>
        <Link to="/players/$playerId/reports/$reportId" params={{ playerId, reportId: report.id }}>
          {written}
        </Link>
      </p>
      <p className={classes.verdict} data-verdict={report.verdict}>
        <i aria-hidden="true" />
        {verdictWord(report.verdict)}
        <span className="quiet">, {report.confidence} confidence</span>
      </p>
      <p className={classes.details}>
        {writer(report)} · {checkedWords(report)}
        {report.cut > 0 && `, ${String(report.cut)} cut`}
      </p>
      <p className={classes.state}>
        {report.out_of_date && (
          <span className={classes.old}>
            <IconClockExclamation size={14} aria-hidden="true" />
            Out of date, {plural(report.changed, "change")}
          </span>
        )}
        {report.id === current && <span className="quiet">Shown</span>}
        {report.id !== current && current && (
          <Link
            to="/players/$playerId/reports/$reportId"
            params={{ playerId, reportId: current }}
            search={{ compare: report.id }}
            resetScroll={false}
            aria-label={`Compare with the report of ${written}`}
            aria-current={compared}
          >
            Compare
          </Link>
        )}
      </p>
    </>
  );
}
