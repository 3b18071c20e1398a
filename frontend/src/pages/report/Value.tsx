import { cohortWords, decimal, leftOut, shown, when } from "@/lib/evidence";
import type { ById } from "@/lib/evidence";
import type { Course } from "@/lib/valueCourse";
import { Bar } from "./Bar";
import { ValueChart } from "./ValueChart";
import classes from "./Value.module.css";

const CHANGES = [12, 24, 36];

/** What there is to say where there is no course to draw. */
function single(evidence: ById): string {
  const latest = evidence.get("value.latest");
  const now = evidence.get("value.now");
  if (latest)
    return `The only valuation on record: ${shown(latest)}, ${when(latest) ?? "undated"}.`;
  return now ? `${shown(now)}. No valuation over time is on record.` : "None is on record.";
}

interface Props {
  evidence: ById;
  course: Course | undefined;
}

/** What the player is worth: over the years, and among those of his age. */
export function Value({ evidence, course }: Props) {
  const changes = CHANGES.flatMap((months) => {
    const item = evidence.get(`value.change_${String(months)}m`);
    return item ? [{ months, words: shown(item) }] : [];
  });
  const rank = evidence.get("value.percentile");
  return (
    <>
      {course && course.points.length > 1 ? (
        <ValueChart course={course} />
      ) : (
        <p className="quiet">{single(evidence)}</p>
      )}
      {changes.length > 0 && (
        <dl className={classes.changes}>
          {changes.map(({ months, words }) => (
            <div key={months}>
              <dt>In {months} months</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
      {rank && (
        <div className={classes.rank}>
          <p className={classes.row}>
            Among players of this age
            {typeof rank.value === "number" && <b>percentile {decimal(rank.value)}</b>}
          </p>
          {typeof rank.value === "number" && <Bar value={rank.value} />}
          <p className={classes.note}>
            {rank.note ??
              (rank.cohort &&
                `${cohortWords(rank.cohort)}; ${leftOut(rank.cohort) ?? "nobody left out"}.`)}
          </p>
        </div>
      )}
    </>
  );
}
