import { formatFigure, isPercentile } from "@/lib/figures";
import type { Form, Metric } from "@/lib/figures";
import { heat } from "@/lib/metrics";
import { NONE } from "@/lib/words";
import classes from "./StatCell.module.css";

interface Props {
  value: number | null | undefined;
  form: Form;
  metric: Metric | undefined;
}

/** A figure of a metric; a percentile is shaded by how good it is, its number always printed. */
export function StatCell({ value, form, metric }: Props) {
  if (value === null || value === undefined) return <span className="quiet">{NONE}</span>;
  const text = formatFigure(value, form, metric);
  if (!isPercentile(form)) return text;
  return (
    <span className={classes.percentile} data-heat={heat(value, metric?.better ?? "neither")}>
      {text}
    </span>
  );
}
