import { day, month } from "@/lib/dates";
import { money } from "@/lib/money";
import type { Course } from "@/lib/valueCourse";
import { placed } from "@/lib/valueCourse";
import classes from "./ValueChart.module.css";

const percent = (share: number) => `${String(share * 100)}%`;

/** A market value over the years, drawn to the width there is. */
export function ValueChart({ course }: { course: Course }) {
  const { points, ticks, highest } = course;
  const line = points.map(({ x, y }) => `${String(x * 100)},${String(100 - y * 100)}`).join(" ");
  return (
    <figure className={classes.figure}>
      <div className={classes.chart} aria-hidden="true">
        {ticks.map(({ y, words }) => (
          <div key={y} className={classes.tick} style={{ bottom: percent(y) }}>
            <span>{words}</span>
          </div>
        ))}
        <div className={classes.plot}>
          {highest && (
            <div className={classes.highest} style={{ bottom: percent(highest.y) }}>
              <span>highest {money(highest.value)}</span>
            </div>
          )}
          <svg viewBox="0 0 100 100" preserveAspectRatio="none">
            <polyline points={line} vectorEffect="non-scaling-stroke" />
          </svg>
          {placed(points).map(({ day: date, value, x, y, below, dated }) => (
            <div key={date} className={classes.point} style={{ left: percent(x) }}>
              <i style={{ bottom: percent(y) }} />
              <b style={{ bottom: percent(y) }} data-below={below}>
                {money(value)}
              </b>
              {dated && <time>{month(date)}</time>}
            </div>
          ))}
        </div>
      </div>
      <figcaption className="spoken">
        Valuations:{" "}
        {points.map(({ day: date, value }) => `${money(value)} on ${day(date)}`).join(", ")}
        {highest && `; the highest on record was ${money(highest.value)}`}.
      </figcaption>
    </figure>
  );
}
