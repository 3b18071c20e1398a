import type { Change } from "@/hooks/useReports";
import { WasNow } from "./WasNow";
import classes from "./Changes.module.css";

/** Evidence that changed: what it said, and what it says. */
export function Changes({ changes }: { changes: Change[] }) {
  return (
    <dl className={classes.changes}>
      {changes.map((change) => (
        <div key={change.id}>
          <dt>{change.label}</dt>
          <dd>
            <WasNow change={change} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
