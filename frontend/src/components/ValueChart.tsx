import { month } from "@/lib/dates";
import { money } from "@/lib/money";
import { chartLayout } from "@/lib/valueHistory";
import type { ValueHistory } from "@/lib/valueHistory";
import classes from "./ValueChart.module.css";

const percent = (share: number) => `${String(share * 100)}%`;

/** The market value over time. Its table alternative is in MarketValue. */
export function ValueChart({ history }: { history: ValueHistory }) {
  const { points, labelled, yTicks, yearTicks, careerHigh } = chartLayout(history);
  const path = points.map(({ x, y }) => `${String(x * 100)},${String(100 - y * 100)}`);
  // The current value is no valuation, and may be much later.
  const dated = history.current ? path.slice(0, -1) : path;
  const [first, last] = [points[0], points.at(-1)];
  return (
    <div className={classes.chart} aria-hidden="true">
      {yTicks.map(({ y, value }) => (
        <div key={y} className={classes.tick} style={{ bottom: percent(y) }}>
          <span>{money(value)}</span>
        </div>
      ))}
      <div className={classes.plot}>
        {careerHigh && (
          <div className={classes.careerHigh} style={{ bottom: percent(careerHigh.y) }}>
            <span>Career high {money(careerHigh.value)}</span>
          </div>
        )}
        <svg viewBox="0 0 100 100" preserveAspectRatio="none">
          <polyline points={dated.join(" ")} vectorEffect="non-scaling-stroke" />
          <polyline
            points={path.slice(-2).join(" ")}
            vectorEffect="non-scaling-stroke"
            data-current={history.current !== undefined}
          />
        </svg>
        {points.map((point) => (
          <i
            key={point.day}
            className={classes.dot}
            data-current={point.day === history.current?.day}
            style={{ left: percent(point.x), bottom: percent(point.y) }}
          />
        ))}
        {labelled.map((point) => (
          <b
            key={point.day}
            className={classes.label}
            style={{ left: percent(point.x), bottom: percent(point.y) }}
          >
            {money(point.value)}
          </b>
        ))}
        {yearTicks.map(({ year, x }) => (
          <span key={year} className={classes.date} style={{ left: percent(x) }}>
            {year}
          </span>
        ))}
        {[first, last].map(
          (point) =>
            point && (
              <time key={point.day} className={classes.date} style={{ left: percent(point.x) }}>
                {month(point.day)}
              </time>
            ),
        )}
      </div>
    </div>
  );
}
