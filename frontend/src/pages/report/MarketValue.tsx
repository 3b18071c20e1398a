import { day } from "@/lib/dates";
import { comparedWith, decimal, percentile } from "@/lib/evidence";
import type { ById, Evidence } from "@/lib/evidence";
import { money } from "@/lib/money";
import { valueChanges } from "@/lib/valueHistory";
import type { ValueHistory as ValueHistoryData } from "@/lib/valueHistory";
import { PercentileBar } from "@/components/PercentileBar";
import { ValueHistory } from "@/components/ValueHistory";
import classes from "./MarketValue.module.css";

interface Props {
  evidence: ById;
  history: ValueHistoryData;
}

/** The market value over time, its changes, and its percentile. */
export function MarketValue({ evidence, history }: Props) {
  const changes = valueChanges(evidence);
  const rank = evidence.get("value.percentile");
  return (
    <>
      <ValueHistory history={history} />
      {changes.length > 0 && (
        <dl className={classes.changes}>
          {changes.map(({ from, to, percent }) => (
            <div key={from.day}>
              <dt>
                {day(from.day)} – {day(to.day)}
              </dt>
              <dd>
                {percent > 0 && "+"}
                {decimal(percent)}%{" "}
                <span className="quiet">
                  ({money(from.value)} → {money(to.value)})
                </span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {rank && <ValuePercentile rank={rank} />}
    </>
  );
}

function ValuePercentile({ rank }: { rank: Evidence }) {
  const note = rank.note ?? (rank.cohort && comparedWith(rank.cohort));
  return (
    <div className={classes.percentile}>
      <p>
        Among players of similar age
        {typeof rank.value === "number" && <b>{percentile(rank.value)}</b>}
      </p>
      {typeof rank.value === "number" && <PercentileBar value={rank.value} better="higher" />}
      <p className={classes.note}>{note}</p>
    </div>
  );
}
