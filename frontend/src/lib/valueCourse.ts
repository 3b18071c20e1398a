import { money } from "./money";
import type { ById } from "./evidence";

/** A valuation, and where it lies: shares of the chart's width and height, from the lower left. */
export interface Point {
  day: string;
  value: number;
  x: number;
  y: number;
}

/** The course of a market value. */
export interface Course {
  points: Point[];
  /** Lines across, from none to the top. */
  ticks: { y: number; words: string }[];
  /** The highest value on record, where it lies above every point. */
  highest: { y: number; value: number } | undefined;
}

const VALUATIONS = ["value.36m", "value.24m", "value.12m", "value.latest"];

/** The valuations that a report was written from; nothing where there is none. */
export function valueCourse(evidence: ById): Course | undefined {
  const found = new Map<string, number>();
  for (const id of VALUATIONS) {
    const item = evidence.get(id);
    if (item?.as_of && typeof item.value === "number") found.set(item.as_of, item.value);
  }
  if (found.size === 0) return undefined;
  const days = [...found.keys()].sort();
  const times = days.map((day) => Date.parse(day));
  const first = times[0] ?? 0;
  const span = (times.at(-1) ?? 0) - first;
  const most = Math.max(...found.values());
  const peak = evidence.get("value.highest")?.value;
  const highest = typeof peak === "number" && peak > most ? peak : undefined;
  const top = roundAbove(highest ?? most);
  return {
    points: days.map((day, index) => ({
      day,
      value: found.get(day) ?? 0,
      x: span ? ((times[index] ?? 0) - first) / span : 0.5,
      y: (found.get(day) ?? 0) / top,
    })),
    ticks: [0, 0.5, 1].map((y) => ({ y, words: money(top * y) })),
    highest: highest === undefined ? undefined : { y: highest / top, value: highest },
  };
}

/** Nearer than this share of the width, the words of two points would cover each other. */
const APART = 0.2;
/** Lower than this share of the height, there is no room for words below a point. */
const LOW = 0.15;

/** Where the words of each point go: of two near ones those of the lower stand below it. */
export function placed(points: readonly Point[]) {
  return points.map((point, index) => {
    const next = points[index + 1];
    const near = [points[index - 1], next].filter((other) => other && isNear(point, other));
    return {
      ...point,
      below: point.y > LOW && near.some((other) => other && isBelow(point, other)),
      // The last has its date always, those before where there is room.
      dated: !next || !isNear(point, next),
    };
  });
}

const isNear = (one: Point, other: Point) => Math.abs(one.x - other.x) < APART;

const isBelow = (one: Point, other: Point) =>
  one.y < other.y || (one.y === other.y && one.x < other.x);

/** The next round number that halves well: 1, 2, 4, 6, 8 or 10 times a power of ten. */
export function roundAbove(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 4, 6, 8].find((one) => one * power >= value) ?? 10;
  return step * power;
}
