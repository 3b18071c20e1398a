import { cohortWords, leftOut, shown, sourceWord, when } from "@/lib/evidence";
import type { Evidence } from "@/lib/evidence";
import { Bar } from "./Bar";
import classes from "./EvidenceList.module.css";

/** What a sentence rests on, item by item. */
export function EvidenceList({ evidence }: { evidence: Evidence[] }) {
  if (evidence.length === 0) {
    return (
      <p className={classes.meta}>It states nothing about the player that could be checked.</p>
    );
  }
  return (
    <ul className={classes.list}>
      {evidence.map((item) => (
        <li key={item.id}>
          <p className={classes.row}>
            <span>{item.label}</span>
            <strong className={classes.value}>{shown(item)}</strong>
          </p>
          {item.unit === "percentile" && typeof item.value === "number" && (
            <div className={classes.bar}>
              <Bar value={item.value} />
            </div>
          )}
          <p className={classes.meta}>
            {[when(item), sourceWord(item.source)].filter(Boolean).join(" · ")}
          </p>
          {item.cohort && <Compared cohort={item.cohort} />}
          {item.note && <p className={classes.meta}>{item.note}</p>}
        </li>
      ))}
    </ul>
  );
}

function Compared({ cohort }: { cohort: NonNullable<Evidence["cohort"]> }) {
  return (
    <p className={classes.meta}>
      Among {[cohortWords(cohort), leftOut(cohort)].filter(Boolean).join("; ")}
    </p>
  );
}
