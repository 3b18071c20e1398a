import { heat } from "@/lib/metrics";
import type { Metric } from "@/lib/metrics";
import classes from "./PercentileBar.module.css";

export interface PercentileBarProps {
  value: number;
  better: Metric["better"];
}

/**
 * A percentile as a bar from 0 to 100 with a mark at 50; blue is good, orange is not. Its number
 * is printed beside it.
 */
export function PercentileBar({ value, better }: PercentileBarProps) {
  return (
    <span className={classes.bar} data-heat={heat(value, better)} aria-hidden="true">
      <span style={{ width: `${String(value)}%` }} />
    </span>
  );
}
