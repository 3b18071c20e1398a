import { NONE, capitalised } from "./words";
import type { Position } from "./words";

/** What is measured, as far as its figures need it. */
export interface Metric {
  key: string;
  label: string;
  short_label: string;
  group: string;
  /** Shown after a value; empty for counts. */
  unit: string;
  storage: "total" | "per_90" | "percent" | "index";
  denominator?: string | null;
  better: "higher" | "lower" | "neither";
  decimals: number;
}

/** Which figure of a metric: its value (total, percentage or index), or its rate per 90. */
export type Form = "value" | "per_90";

/** What the user asks for: totals or rates per 90. */
export type Basis = "total" | "per_90";

/** A metric's figures; `derived` names those that the provider does not state. */
export interface Figures {
  value: number | null;
  per_90: number | null;
  derived?: Form | "both" | null;
}

const RATE_DECIMALS = 2;

/** The figure that is shown: percentages and indices have no rate, and some rates no total. */
export function formOf(metric: Metric, basis: Basis): Form {
  if (metric.storage === "per_90") return "per_90";
  const hasRate = metric.storage === "total" && metric.denominator === "minutes";
  return hasRate && basis === "per_90" ? "per_90" : "value";
}

/** A figure as text, without its unit; a dash if it is unknown. */
export function figureText(metric: Metric, figures: Figures | undefined, form: Form): string {
  const value = figures?.[form];
  if (value === undefined || value === null) return NONE;
  return fixed(value, form === "per_90" ? RATE_DECIMALS : metric.decimals);
}

/** A figure with its unit: 1,234 min, 82.5%, 0.45 per 90. */
export function figureWithUnit(metric: Metric, figures: Figures, form: Form): string {
  const text = figureText(metric, figures, form);
  if (text === NONE) return text;
  if (form === "per_90") return `${text} per 90`;
  if (metric.unit === "%") return `${text}%`;
  return metric.unit ? `${text} ${metric.unit}` : text;
}

export const isDerived = ({ derived }: Figures, form: Form) =>
  derived === form || derived === "both";

const formats = new Map<number, Intl.NumberFormat>();

/** A number with so many decimals, thousands separators and a real minus sign. */
export function fixed(value: number, decimals: number): string {
  const format =
    formats.get(decimals) ??
    new Intl.NumberFormat("en-GB", {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
  formats.set(decimals, format);
  // Intl writes -0 for a small negative number.
  return format
    .format(value)
    .replace(/^-(0(?:\.0+)?)$/, "$1")
    .replace("-", "−");
}

/** A key as words: "playing_time" as "Playing time". */
export const keyLabel = (key: string) => capitalised(key.replaceAll("_", " "));

/** Items by group, the groups in the order in which they appear. */
export function byGroup<T>(items: readonly T[], groupOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groupOf(item);
    const found = groups.get(group);
    if (found) found.push(item);
    else groups.set(group, [item]);
  }
  return [...groups];
}

/** The group that says least about how good a player is. */
const LAST_GROUP = "playing_time";

/** Items by group in the order of the catalogue, the playing time last. */
export const percentileGroups = <T>(items: readonly T[], groupOf: (item: T) => string) =>
  byGroup(items, groupOf).sort(([a], [b]) => Number(a === LAST_GROUP) - Number(b === LAST_GROUP));

/** The group of metrics that tells most of a position. */
export const MAIN_GROUPS: Record<Position, string> = {
  Goalkeeper: "goalkeeping",
  Defender: "defending",
  Midfielder: "passing",
  Attack: "shooting",
};
const OVERVIEW_COLUMNS = 10;

interface Relevance extends Pick<Metric, "key" | "group" | "better"> {
  /** Whether it sums up a career. */
  headline?: boolean;
  /** The positions that it says something about; empty for all. */
  positions?: readonly string[];
}

/**
 * The metrics of an overview, in their order: those that sum up a career of the position, filled
 * up with the main group of the position, and then with any.
 */
export function overview<T extends Relevance>(
  metrics: readonly T[],
  position: Position | null,
): T[] {
  const isRelevant = ({ positions = [] }: T) =>
    !position || positions.length === 0 || positions.includes(position);
  const steps = [
    (metric: T) => metric.headline === true && isRelevant(metric),
    (metric: T) =>
      position !== null && metric.group === MAIN_GROUPS[position] && metric.better !== "neither",
    isRelevant,
  ];
  const ranked = [...new Set(steps.flatMap((step) => metrics.filter(step)))];
  const chosen = new Set(ranked.slice(0, OVERVIEW_COLUMNS));
  return metrics.filter((metric) => chosen.has(metric));
}

/** How good a percentile is, from 1 to 5; undefined where neither end is good. */
export function heat(percentile: number, better: Metric["better"]): number | undefined {
  if (better === "neither") return undefined;
  const goodness = better === "lower" ? 100 - percentile : percentile;
  return Math.min(5, Math.floor(goodness / 20) + 1);
}
