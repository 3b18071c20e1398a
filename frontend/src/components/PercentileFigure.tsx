import { percentile } from "@/lib/evidence";
import { NONE } from "@/lib/words";
import { PercentileBar } from "./PercentileBar";
import type { PercentileBarProps } from "./PercentileBar";
import classes from "./PercentileFigure.module.css";

type Props = Omit<PercentileBarProps, "value"> & { value: number | null | undefined };

/** A percentile of a table: its bar with the number beside it, or above it where it is narrow. */
export function PercentileFigure({ value, better }: Props) {
  if (value === null || value === undefined) return <span className="quiet">{NONE}</span>;
  return (
    <div className={classes.percentile}>
      <PercentileBar value={value} better={better} />
      <b>
        {percentile(value).replace(" percentile", "")}
        <span className="spoken"> percentile</span>
      </b>
    </div>
  );
}
