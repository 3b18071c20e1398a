import { Alert } from "@mantine/core";
import { IconClockExclamation } from "@tabler/icons-react";
import type { Change, Report } from "@/hooks/useReports";
import { formatValue } from "@/lib/evidence";
import { NONE, plural } from "@/lib/words";
import { RegenerateButton } from "./RegenerateButton";
import classes from "./OutOfDate.module.css";

const SHOWN = 5;

/** The cited evidence that changed after the report was written. */
export function OutOfDate({ report }: { report: Report }) {
  const { changes } = report;
  const more = changes.slice(SHOWN);
  return (
    <Alert
      color="yellow"
      role="region"
      aria-label="Out of date"
      icon={<IconClockExclamation aria-hidden="true" />}
      title="Out of date"
    >
      <div className={classes.body}>
        <p>{plural(changes.length, "cited fact")} changed since this report was written.</p>
        <ChangeList changes={changes.slice(0, SHOWN)} />
        {more.length > 0 && (
          <details>
            <summary>{more.length} more</summary>
            <ChangeList changes={more} />
          </details>
        )}
        <RegenerateButton report={report} />
      </div>
    </Alert>
  );
}

/** Evidence before and after: €30m → €48m. */
export function ChangeList({ changes }: { changes: Change[] }) {
  return (
    <dl className={classes.changes}>
      {changes.map((change) => (
        <div key={change.id}>
          <dt>{change.label}</dt>
          <dd className="num">
            <BeforeAfter before={text(change, change.was)} after={text(change, change.now)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Two values with an arrow, which a screen reader reads as “from … to …”. */
export function BeforeAfter({ before, after }: { before: string; after: string }) {
  return (
    <>
      <span className="spoken">from </span>
      {before}
      <span className="spoken"> to</span> <span aria-hidden="true">→</span> <strong>{after}</strong>
    </>
  );
}

function text({ id, unit }: Change, value: Change["was"]) {
  const formatted = formatValue({ id, unit, value });
  return formatted === NONE ? "unknown" : formatted;
}
