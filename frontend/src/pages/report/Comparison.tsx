import { Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { hasStatus, reason } from "@/hooks/problems";
import { useComparison, useReport } from "@/hooks/useReports";
import type { Report } from "@/hooks/useReports";
import { moment } from "@/lib/dates";
import { wasChecked } from "@/lib/reportWords";
import { ErrorState } from "@/components/States";
import { Differences } from "./Differences";
import classes from "./Comparison.module.css";

interface Props {
  report: Report;
  otherId: string;
}

/** What changed between the report shown and another one of the same player. */
export function Comparison({ report, otherId }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const comparison = useComparison(report.id, otherId);
  const other = useReport(otherId).data;
  const params = { playerId: String(report.player_id), reportId: report.id };
  useEffect(() => {
    heading.current?.focus();
  }, [otherId]);
  const { data, error, refetch } = comparison;
  const refused = hasStatus(error, 404) || hasStatus(error, 422);
  return (
    <section className={classes.comparison} aria-labelledby="comparison">
      <div className={classes.head}>
        <h3 id="comparison" ref={heading} tabIndex={-1}>
          What changed
        </h3>
        <Link
          to="/players/$playerId/reports/$reportId"
          params={params}
          search={{}}
          resetScroll={false}
        >
          Close the comparison
        </Link>
      </div>
      {refused && <p>{reason(error)}</p>}
      {error && !refused && (
        <ErrorState
          title="They could not be compared"
          reason={reason(error)}
          onRetry={() => void refetch()}
        />
      )}
      {!error && !(data && other) && <Skeleton width="100%" height={140} />}
      {data && other && (
        <>
          <p className="quiet">
            From {moment(data.earlier === other.id ? other.created_at : report.created_at)} to{" "}
            {moment(data.later === other.id ? other.created_at : report.created_at)}
          </p>
          <Differences comparison={data} bothChecked={wasChecked(report) && wasChecked(other)} />
        </>
      )}
    </section>
  );
}
