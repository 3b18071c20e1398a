import type { Content } from "@/hooks/useReports";
import classes from "./Method.module.css";

/** How the report compares and counts. */
export function Method({ sentences }: { sentences: Content["method"] }) {
  if (sentences.length === 0) return null;
  return (
    <section className={classes.method}>
      <h3 className={classes.heading}>Method</h3>
      <p>{sentences.map(({ text }) => text).join(" ")}</p>
    </section>
  );
}
