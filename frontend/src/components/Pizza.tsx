import { wholePercentile } from "@/lib/figures";
import { percentile } from "@/lib/evidence";
import { OUTER, pizzaSlices, radiusOf } from "@/lib/pizza";
import type { Ranked } from "@/lib/pizza";
import classes from "./Pizza.module.css";

const RINGS = [25, 50, 75, 100];

interface Props {
  groups: [group: string, metrics: Ranked[]][];
  /** What is compared, for screen readers. */
  label: string;
}

/** Percentiles as slices, each with its number; blue is good, orange is not. */
export function Pizza({ groups, label }: Props) {
  const slices = pizzaSlices(groups);
  const words = slices.map(({ row }) => `${row.label} ${percentile(row.position)}`);
  return (
    <div className={classes.frame}>
      <svg
        className={classes.pizza}
        viewBox="-205 -128 410 256"
        role="img"
        aria-label={`${label}: ${words.join(", ")}`}
      >
        {slices.map(({ row, whole }) => (
          <path key={row.id} className={classes.whole} d={whole} />
        ))}
        {slices.map(({ row, path, heat }) => (
          <path key={row.id} className={classes.slice} data-heat={heat} d={path} />
        ))}
        {RINGS.map((ring) => (
          <circle
            key={ring}
            className={classes.ring}
            data-median={ring === 50}
            r={ring === 100 ? OUTER : radiusOf(ring)}
          />
        ))}
        {slices.map(({ row, number, label: place }) => (
          <g key={row.id}>
            <g transform={`translate(${String(number.x)} ${String(number.y)})`}>
              <rect className={classes.badge} x="-10" y="-7.5" width="20" height="15" rx="4" />
              <text className={classes.number} dy="0.35em">
                {wholePercentile(row.position)}
              </text>
            </g>
            <text
              className={classes.label}
              x={place.x}
              y={place.y}
              dy="0.35em"
              textAnchor={place.anchor}
            >
              {row.shortLabel}
              {row.better === "lower" && " ↓"}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}
