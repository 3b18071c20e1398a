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
  return decimals(value, form === "per_90" ? RATE_DECIMALS : metric.decimals);
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

function decimals(value: number, count: number): string {
  const format =
    formats.get(count) ??
    new Intl.NumberFormat("en-GB", { minimumFractionDigits: count, maximumFractionDigits: count });
  formats.set(count, format);
  // Intl writes -0 for a small negative number.
  return format
    .format(value)
    .replace(/^-(0(?:\.0+)?)$/, "$1")
    .replace("-", "−");
}

/** "playing_time" as "Playing time". */
export const groupLabel = (group: string) => capitalised(group.replaceAll("_", " "));

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

/** The first choice of columns by position; of these, as many as have figures are shown. */
const KEY_METRICS: Record<Position, readonly string[]> = {
  Goalkeeper: [
    "games", "minutes", "clean_sheets", "goals_conceded", "saves", "save_pct", "goals_prevented",
    "post_shot_xg", "xg_against", "penalties_saved", "exits", "runs_out", "crosses_stopped_pct",
    "pass_pct", "launched_pass_pct",
  ],
  Defender: [
    "games", "minutes", "tackles", "tackles_won", "interceptions", "padj_interceptions", "blocks",
    "clearances", "duels_won_pct", "defensive_duels_won_pct", "aerials_won_pct", "dribbled_past",
    "progressive_passes", "pass_pct", "progressive_carries", "goals", "assists", "yellow_cards",
  ],
  Midfielder: [
    "games", "minutes", "goals", "assists", "xg", "xa", "xag", "key_passes",
    "shot_creating_actions", "progressive_passes", "pass_pct", "progressive_carries",
    "take_ons_completed", "tackles", "tackles_won", "interceptions", "ball_recoveries",
    "yellow_cards",
  ],
  Attack: [
    "games", "minutes", "goals", "assists", "xg", "npxg", "shots", "shots_on_target",
    "touches_in_box", "xa", "xag", "key_passes", "shot_creating_actions", "take_ons_completed",
    "take_on_pct", "progressive_carries", "aerials_won_pct", "yellow_cards",
  ],
}; // prettier-ignore

const MOST_COLUMNS = 10;
/** With fewer, other metrics fill up. */
const ENOUGH_COLUMNS = 6;

/** The columns of an overview: the metrics that matter for a position, of those with figures. */
export function keyMetrics<T extends { key: string }>(
  metrics: readonly T[],
  position: Position | null,
): T[] {
  const first = KEY_METRICS[position ?? "Midfielder"];
  const chosen = first.flatMap((key) => metrics.find((metric) => metric.key === key) ?? []);
  if (chosen.length >= ENOUGH_COLUMNS) return chosen.slice(0, MOST_COLUMNS);
  const rest = metrics.filter((metric) => !chosen.includes(metric));
  return [...chosen, ...rest].slice(0, MOST_COLUMNS);
}

/** How good a percentile is, from 1 to 5; undefined where neither end is good. */
export function heat(percentile: number, better: Metric["better"]): number | undefined {
  if (better === "neither") return undefined;
  const goodness = better === "lower" ? 100 - percentile : percentile;
  return Math.min(5, Math.floor(goodness / 20) + 1);
}
