import type { ById } from "./evidence";

/** A market value in euros on one day. */
export interface Valuation {
  day: string;
  value: number;
}

export interface ValueHistory {
  /** In date order; the last one is the current value where it is known. */
  points: Valuation[];
  /** The market value; undefined where it is unknown. */
  current: Valuation | undefined;
  /** The career-high value, where it is above every point. */
  careerHigh: number | undefined;
}

interface Values {
  valuations: readonly Valuation[];
  /** The market value and its date; the valuations may be newer. */
  current: Valuation | undefined;
  highest: number | null;
}

/** Every valuation in date order, and then the current value. */
export function valueHistory({ valuations, current, highest }: Values): ValueHistory {
  const values = new Map(valuations.map(({ day, value }) => [day, value]));
  const latestDay = [...values.keys()].sort().at(-1) ?? "";
  const now = current && {
    day: current.day > latestDay ? current.day : latestDay,
    value: current.value,
  };
  if (now) values.set(now.day, now.value);
  const points = [...values].sort().map(([day, value]) => ({ day, value }));
  const isAbove = highest !== null && points.every(({ value }) => value < highest);
  return { points, current: now, careerHigh: isAbove ? highest : undefined };
}

const CITED = ["value.36m", "value.24m", "value.12m", "value.latest"];

/** Every valuation up to the day of a report, together with the values in its evidence. */
export function reportValueHistory(
  evidence: ById,
  reportDay: string,
  valuations: readonly Valuation[] = [],
): ValueHistory {
  const number = (id: string) => {
    const value = evidence.get(id)?.value;
    return typeof value === "number" ? value : null;
  };
  // What the report was written from counts, even if the data changed since.
  const cited = CITED.flatMap((id) => {
    const [day, value] = [evidence.get(id)?.as_of, number(id)];
    return day && value !== null ? [{ day, value }] : [];
  });
  const now = number("value.now");
  return valueHistory({
    valuations: [...valuations.filter(({ day }) => day <= reportDay), ...cited],
    current:
      now === null ? undefined : { day: evidence.get("value.now")?.as_of ?? reportDay, value: now },
    highest: number("value.highest"),
  });
}

/** A change of the market value between two days. */
export interface ValueChange {
  from: Valuation;
  to: Valuation;
  percent: number;
}

/** The changes over one, two and three years that the evidence states. */
export function valueChanges(evidence: ById): ValueChange[] {
  const valuation = (id: string) => {
    const item = evidence.get(id);
    return item?.as_of && typeof item.value === "number"
      ? { day: item.as_of, value: item.value }
      : undefined;
  };
  const to = valuation("value.latest");
  return [12, 24, 36].flatMap((months) => {
    const from = valuation(`value.${String(months)}m`);
    const percent = evidence.get(`value.change_${String(months)}m`)?.value;
    return from && to && typeof percent === "number" ? [{ from, to, percent }] : [];
  });
}

/** Smallest distance between two labels, as a share of the chart's width. */
const LABEL_GAP = 0.2;
/** Room that the dates at both ends need. */
const DATE_WIDTH = 0.22;
const YEAR_LABELS = 5;

/** Where the values are drawn: x and y are shares of the width and height, from the lower left. */
export function chartLayout({ points, careerHigh }: ValueHistory) {
  const times = points.map(({ day }) => Date.parse(day));
  const first = times[0] ?? 0;
  const span = (times.at(-1) ?? 0) - first || 1;
  const highest = Math.max(...points.map(({ value }) => value));
  const top = roundUp(careerHigh ?? highest);
  const x = (time: number) => (time - first) / span;
  const placed = points.map(({ day, value }, index) => ({
    day,
    value,
    x: x(times[index] ?? 0),
    y: value / top,
  }));
  const last = placed.at(-1);
  const peak = placed.findLast(({ value }) => value === highest);
  const start = placed[0];
  const labelled = [last, peak, start].reduce<typeof placed>((kept, point) => {
    if (point && kept.every((other) => Math.abs(other.x - point.x) >= LABEL_GAP)) kept.push(point);
    return kept;
  }, []);
  return {
    points: placed,
    labelled,
    yTicks: [0, 0.5, 1].map((y) => ({ y, value: top * y })),
    yearTicks: yearTicks(points, x),
    careerHigh: careerHigh === undefined ? undefined : { y: careerHigh / top, value: careerHigh },
  };
}

/** A few new years between the first and the last point, away from the dates at both ends. */
function yearTicks(points: readonly Valuation[], x: (time: number) => number) {
  const first = Number(points[0]?.day.slice(0, 4));
  const last = Number(points.at(-1)?.day.slice(0, 4));
  const years = Array.from({ length: Math.max(0, last - first) }, (_, index) => first + 1 + index);
  const step = Math.ceil(years.length / YEAR_LABELS);
  return years
    .filter((year) => (last - year) % step === 0)
    .map((year) => ({ year, x: x(Date.UTC(year, 0, 1)) }))
    .filter((tick) => tick.x > DATE_WIDTH && tick.x < 1 - DATE_WIDTH);
}

/** The next round number with a round half: 1, 2, 4, 6, 8 or 10 times a power of ten. */
export function roundUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 4, 6, 8].find((one) => one * power >= value) ?? 10;
  return step * power;
}
