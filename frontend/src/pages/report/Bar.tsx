import classes from "./Bar.module.css";

/** A percentile as a bar from 0 to 100. Its figure stands beside it. */
export function Bar({ value, quiet = false }: { value: number; quiet?: boolean }) {
  return (
    <span className={classes.bar} data-quiet={quiet} aria-hidden="true">
      <span style={{ width: `${String(value)}%` }} />
    </span>
  );
}
