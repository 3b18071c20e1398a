import { arc } from "d3-shape";
import { MAIN_GROUPS, heat, percentileGroups } from "./metrics";
import type { PercentileRow, SeasonPercentiles } from "./percentiles";
import type { Position } from "./words";

const MOST_SLICES = 12;
const FEWEST_SLICES = 3;

/** A metric with a percentile in its position. */
export interface Ranked extends PercentileRow {
  position: number;
}

/**
 * The metrics of a pizza chart by group: all that are good or bad, or where there are too many,
 * those that sum up a career first and two of the position's main group for one of each other.
 * Empty where there are too few for a chart.
 */
export function pizzaGroups(season: SeasonPercentiles): [group: string, metrics: Ranked[]][] {
  const ranked = season.rows.filter(
    (row): row is Ranked => row.position !== undefined && row.better !== "neither",
  );
  if (ranked.length < FEWEST_SLICES) return [];
  const groups = percentileGroups(ranked, ({ group }) => group);
  const main = MAIN_GROUPS[season.position?.position as Position] as string | undefined;
  const queues = groups.map(([group, rows]) => ({
    rows: rows.toSorted((a, b) => Number(b.headline) - Number(a.headline)),
    each: group === main ? 2 : 1,
  }));
  const chosen = new Set<Ranked>();
  while (chosen.size < Math.min(MOST_SLICES, ranked.length)) {
    for (const { rows, each } of queues) {
      for (const row of rows.splice(0, each)) if (chosen.size < MOST_SLICES) chosen.add(row);
    }
  }
  return percentileGroups(
    ranked.filter((row) => chosen.has(row)),
    ({ group }) => group,
  );
}

/** A slice of a chart around the origin, whose radius is 100. */
export interface Slice {
  row: Ranked;
  /** From 1, bad, to 5, good. */
  heat: number | undefined;
  /** SVG paths: the percentile, and the whole slice. */
  path: string;
  whole: string;
  /** Where its number and its label are. */
  number: Point;
  label: Point & { anchor: "start" | "middle" | "end" };
}

interface Point {
  x: number;
  y: number;
}

export const INNER = 16;
export const OUTER = 100;
const LABEL_RADIUS = 112;
/** Between two groups, in slices. */
const GAP = 0.3;
/** So that a number has room above the centre and inside the edge. */
const NUMBER_RANGE = [INNER + 13, OUTER - 4] as const;

const shape = arc<{ from: number; to: number; radius: number }>()
  .innerRadius(INNER)
  .outerRadius(({ radius }) => radius)
  .startAngle(({ from }) => from)
  .endAngle(({ to }) => to);

/** The radius of a percentile. */
export const radiusOf = (percentile: number) => INNER + ((OUTER - INNER) * percentile) / 100;

/** The slices clockwise from the top, with a gap between groups. */
export function pizzaSlices(groups: readonly [string, Ranked[]][]): Slice[] {
  const count = groups.reduce((total, [, rows]) => total + rows.length, 0);
  const step = (2 * Math.PI) / (count + GAP * groups.length);
  let from = (step * GAP) / 2;
  return groups.flatMap(([, rows]) => {
    const slices = rows.map((row) => {
      const slice = sliceOf(row, from, from + step);
      from += step;
      return slice;
    });
    from += step * GAP;
    return slices;
  });
}

function sliceOf(row: Ranked, from: number, to: number): Slice {
  const middle = (from + to) / 2;
  const at = (radius: number): Point => ({
    x: radius * Math.sin(middle),
    y: -radius * Math.cos(middle),
  });
  const radius = radiusOf(row.position);
  const [least, most] = NUMBER_RANGE;
  const label = at(LABEL_RADIUS);
  const side = Math.sin(middle);
  return {
    row,
    heat: heat(row.position, row.better),
    path: shape({ from, to, radius }) ?? "",
    whole: shape({ from, to, radius: OUTER }) ?? "",
    number: at(Math.min(most, Math.max(least, radius))),
    label: { ...label, anchor: Math.abs(side) < 0.2 ? "middle" : side > 0 ? "start" : "end" },
  };
}

/** The latest season's percentiles; of several providers, those with most metrics. */
export function latestSeason(seasons: readonly SeasonPercentiles[]): SeasonPercentiles | undefined {
  return seasons.toSorted(
    (a, b) => b.period.localeCompare(a.period) || b.rows.length - a.rows.length,
  )[0];
}
