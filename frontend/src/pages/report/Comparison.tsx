import { Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { hasStatus, reason } from "@/hooks/problems";
import { useComparison, useReport } from "@/hooks/useReports";
import type { Claim, Comparison as ComparisonData, Report } from "@/hooks/useReports";
import { moment } from "@/lib/dates";
import { VERDICTS, wasChecked } from "@/lib/reportLabels";
import { capitalised } from "@/lib/words";
import { ErrorState } from "@/components/States";
import { BeforeAfter, ChangeList } from "./OutOfDate";
import classes from "./Comparison.module.css";

interface Props {
  report: Report;
  otherId: string;
}

/** What changed between the current report and another one on the same player. */
export function Comparison({ report, otherId }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { data, error, refetch } = useComparison(report.id, otherId);
  const other = useReport(otherId).data;
  const params = { playerId: String(report.player_id), reportId: report.id };
  useEffect(() => {
    heading.current?.focus();
  }, [otherId]);
  const refused = hasStatus(error, 404) || hasStatus(error, 422);
  const [earlier, later] = data?.earlier === report.id ? [report, other] : [other, report];
  return (
    <section className={classes.comparison} aria-labelledby="comparison">
      <div className={classes.head}>
        <h3 id="comparison" ref={heading} tabIndex={-1}>
          Changes
        </h3>
        <Link
          to="/players/$playerId/reports/$reportId"
          params={params}
          search={{}}
          resetScroll={false}
        >
          Close comparison
        </Link>
      </div>
      {refused && <p>{reason(error)}</p>}
      {error && !refused && (
        <ErrorState
          title="The reports could not be compared"
          reason={reason(error)}
          onRetry={() => void refetch()}
        />
      )}
      {!error && !(data && other) && <Skeleton height={140} />}
      {data && other && earlier && later && (
        <>
          <p className="quiet">
            {moment(earlier.created_at)} to {moment(later.created_at)}
          </p>
          <Differences comparison={data} bothChecked={wasChecked(report) && wasChecked(other)} />
        </>
      )}
    </section>
  );
}

interface DifferencesProps {
  comparison: ComparisonData;
  /** Only reports with checked claims have evidence and sentences to compare. */
  bothChecked: boolean;
}

function Differences({ comparison, bothChecked }: DifferencesProps) {
  const { verdict_was, verdict_now, evidence, claims_gone, claims_new } = comparison;
  return (
    <div className={classes.differences}>
      <p>
        <span className="label">Verdict</span>{" "}
        {verdict_was === verdict_now ? (
          `${VERDICTS[verdict_now]}, unchanged`
        ) : (
          <BeforeAfter before={VERDICTS[verdict_was]} after={VERDICTS[verdict_now]} />
        )}
      </p>
      {bothChecked ? (
        <>
          <section>
            <h4 className="label">Changed evidence</h4>
            {evidence.length ? (
              <ChangeList changes={evidence} />
            ) : (
              <p className="quiet">No cited fact changed.</p>
            )}
          </section>
          <div className={classes.columns}>
            <SentenceList title="Only in the earlier report" sign="−" claims={claims_gone} />
            <SentenceList title="Only in the later report" sign="+" claims={claims_new} />
          </div>
        </>
      ) : (
        <p className="quiet">
          One of the reports was written before claims were checked, so their sentences cannot be
          compared.
        </p>
      )}
    </div>
  );
}

interface SentenceListProps {
  title: string;
  sign: "+" | "−";
  claims: Claim[];
}

function SentenceList({ title, sign, claims }: SentenceListProps) {
  return (
    <section>
      <h4 className="label">{title}</h4>
      {claims.length === 0 && <p className="quiet">None</p>}
      <ul className={classes.sentences} data-sign={sign}>
        {claims.map((claim, index) => (
          <li key={index}>
            <span className={classes.sign} aria-hidden="true">
              {sign}
            </span>
            <span>
              {claim.text} <span className="quiet">{capitalised(claim.section)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
