import { IconClockExclamation } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Change } from "@/hooks/useReports";
import { plural } from "@/lib/words";
import { Changes } from "./Changes";
import classes from "./OutOfDate.module.css";

const SHOWN_AT_ONCE = 5;

interface Props {
  changes: Change[];
  action: ReactNode;
}

/** That evidence which a report cites has changed since, and how. */
export function OutOfDate({ changes, action }: Props) {
  const more = changes.slice(SHOWN_AT_ONCE);
  return (
    <section className={classes.notice} aria-label="Out of date">
      <div>
        <h3 className={classes.title}>
          <IconClockExclamation size={17} aria-hidden="true" />
          Out of date
        </h3>
        <p>{plural(changes.length, "piece")} of the evidence that it cites changed since.</p>
      </div>
      <Changes changes={changes.slice(0, SHOWN_AT_ONCE)} />
      {more.length > 0 && (
        <details>
          <summary>{more.length} more</summary>
          <Changes changes={more} />
        </details>
      )}
      {action}
    </section>
  );
}
