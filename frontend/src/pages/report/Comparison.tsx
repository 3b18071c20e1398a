import { Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { hasStatus, reason } from "@/hooks/problems";
import { useComparison, useReport } from "@/hooks/useReports";
import type { Claim, Comparison as ComparisonData, Fact, Report } from "@/hooks/useReports";
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
          <Differences comparison={data} kind={kindOf(report, other)} />
        </>
      )}
    </section>
  );
}

/** What two reports have in common: facts, checked sentences, or neither. */
type Kind = "facts" | "sentences" | "unchecked" | "versions";

function kindOf(one: Report, other: Report): Kind {
  if (one.content && other.content) return "facts";
  if (one.content || other.content) return "versions";
  return wasChecked(one) && wasChecked(other) ? "sentences" : "unchecked";
}

const INCOMPARABLE = {
  unchecked: "was written before claims were checked, so their sentences cannot be compared",
  versions: "is of an earlier version, so their sentences cannot be compared",
};

interface DifferencesProps {
  comparison: ComparisonData;
  kind: Kind;
}

function Differences({ comparison, kind }: DifferencesProps) {
  const { verdict_was, verdict_now, evidence } = comparison;
  return (
    <div className={classes.differences}>
      <p>
        <span className="label">{kind === "facts" ? "Recommendation" : "Verdict"}</span>{" "}
        {verdict_was === verdict_now ? (
          `${VERDICTS[verdict_now]}, unchanged`
        ) : (
          <BeforeAfter before={VERDICTS[verdict_was]} after={VERDICTS[verdict_now]} />
        )}
      </p>
      {(kind === "unchecked" || kind === "versions") && (
        <p className="quiet">One of the reports {INCOMPARABLE[kind]}.</p>
      )}
      {kind !== "unchecked" && (
        <section>
          <h4 className="label">Changed evidence</h4>
          {evidence.length ? (
            <ChangeList changes={evidence} />
          ) : (
            <p className="quiet">No cited fact changed.</p>
          )}
        </section>
      )}
      {kind === "facts" && <FactChanges comparison={comparison} />}
      {kind === "sentences" && <SentenceChanges comparison={comparison} />}
    </div>
  );
}

function FactChanges({ comparison }: { comparison: ComparisonData }) {
  const { facts_gone, facts_new, facts_changed } = comparison;
  const lines = (facts: Fact[]) => facts.map(({ id, text }) => ({ key: id, text }));
  return (
    <>
      <section>
        <h4 className="label">Changed facts</h4>
        {facts_changed.length === 0 && <p className="quiet">None</p>}
        <ul className={classes.changed}>
          {facts_changed.map(({ id, was, now }) => (
            <li key={id}>
              <p>
                <span className="spoken">Before: </span>
                <span className={classes.minus} aria-hidden="true">
                  −
                </span>
                <del>{was}</del>
              </p>
              <p>
                <span className="spoken">Now: </span>
                <span className={classes.plus} aria-hidden="true">
                  +
                </span>
                {now}
              </p>
            </li>
          ))}
        </ul>
      </section>
      <div className={classes.columns}>
        <Lines title="Only in the earlier report" sign="−" lines={lines(facts_gone)} />
        <Lines title="Only in the later report" sign="+" lines={lines(facts_new)} />
      </div>
    </>
  );
}

function SentenceChanges({ comparison }: { comparison: ComparisonData }) {
  const { claims_gone, claims_new } = comparison;
  const lines = (claims: Claim[]) =>
    claims.map(({ text, section }, index) => ({
      key: String(index),
      text,
      note: capitalised(section),
    }));
  return (
    <div className={classes.columns}>
      <Lines title="Only in the earlier report" sign="−" lines={lines(claims_gone)} />
      <Lines title="Only in the later report" sign="+" lines={lines(claims_new)} />
    </div>
  );
}

interface LinesProps {
  title: string;
  sign: "+" | "−";
  lines: { key: string; text: string; note?: string }[];
}

function Lines({ title, sign, lines }: LinesProps) {
  return (
    <section>
      <h4 className="label">{title}</h4>
      {lines.length === 0 && <p className="quiet">None</p>}
      <ul className={classes.sentences} data-sign={sign}>
        {lines.map(({ key, text, note }) => (
          <li key={key}>
            <span className={classes.sign} aria-hidden="true">
              {sign}
            </span>
            <span>
              {text} {note && <span className="quiet">{note}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
