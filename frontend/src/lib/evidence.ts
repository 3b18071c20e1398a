import { day } from "./dates";
import { money } from "./money";
import { fixed } from "./metrics";
import { NONE, capitalised, grouped, height, statusWord } from "./words";
import type { Status } from "./words";

export type Unit =
  | "text"
  | "date"
  | "years"
  | "months"
  | "cm"
  | "eur"
  | "percent"
  | "percentile"
  | "count"
  | "minutes"
  | "per 90"
  | "index"
  | "trend";

/** A value with what is needed to format it. */
export interface Figure {
  id: string;
  unit: Unit;
  value: number | string | null;
}

/** The players a percentile compares with; `left_out` lacked the data or the minutes. */
export interface Cohort {
  definition: string;
  scope: "age" | "position" | "league";
  position: string;
  league: string | null;
  period: string | null;
  size: number;
  left_out: number;
}

/** One fact that a report can cite. */
export interface Evidence extends Figure {
  label: string;
  period: string | null;
  as_of: string | null;
  source: "record" | "valuations" | "seasons" | "transfers" | "computed";
  cohort: Cohort | null;
  note: string | null;
  /** Of statistics: the key in `Dossier.metrics`, and whose figure it is; null in old reports. */
  metric?: string | null;
  provider?: string | null;
}

/** How a metric is named, and which values are good. */
export interface MetricWords {
  label: string;
  short_label: string;
  group: string;
  better: "higher" | "lower" | "neither";
  decimals: number;
  /** Whether it sums up a career. */
  headline: boolean;
}

/** The evidence of a report, and the metrics of its statistics in the order of the catalogue. */
export interface Dossier {
  evidence: readonly Evidence[];
  /** Empty in old reports. */
  metrics: Readonly<Partial<Record<string, MetricWords>>>;
}

const PER_90 = "_per_90";

/** Whether evidence is about the player to replace. */
export const isReplaced = (id: string) => id.startsWith("replaced.");

export const isRate = (name: string) => name.endsWith(PER_90);

/** The metric of a part of an evidence's id: `goals` of `goals_per_90`. */
export const metricOf = (name: string) => (isRate(name) ? name.slice(0, -PER_90.length) : name);

/** Which values of a metric are good. Old reports say so of cards only by their name. */
export function betterOf({ metrics }: Dossier, name: string): MetricWords["better"] {
  const metric = metricOf(name);
  return metrics[metric]?.better ?? (metric.endsWith("_cards") ? "lower" : "higher");
}

/** The label of a season's figure without the season: `Goals per 90`. */
export const nameOf = ({ label, period }: Evidence) => label.split(`, ${period ?? ""}`)[0] ?? label;

/** A season's figure without its unit, except for a percentage; old reports have no decimals. */
export function figureOf(dossier: Dossier, name: string, item: Evidence): string {
  const words = dossier.metrics[metricOf(name)];
  if (words && typeof item.value === "number" && !isRate(name)) {
    return fixed(item.value, words.decimals) + (item.unit === "percent" ? "%" : "");
  }
  return formatValue(item).replace(/ (per 90|minutes?)$/, "");
}

export type ById = ReadonlyMap<string, Evidence>;

export const byId = (evidence: readonly Evidence[]): ById =>
  new Map(evidence.map((item) => [item.id, item]));

const ONE_DECIMAL = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });
// toFixed would round 0.495 to 0.49, because of its binary form.
const RATE = new Intl.NumberFormat("en-GB", {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});
const ORDINALS = new Intl.PluralRules("en-GB", { type: "ordinal" });
const SUFFIXES: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "st", two: "nd", few: "rd" };

/** At most one decimal, with thousands separators and a real minus sign. */
export const decimal = (value: number) => ONE_DECIMAL.format(value).replace("-", "−");

/** `94th percentile`; a decimal only where rounding would make it 0 or 100. */
export function percentile(value: number): string {
  const rounded = Math.round(value);
  const text = rounded === value || (rounded > 0 && rounded < 100) ? rounded : value.toFixed(1);
  return `${String(text)}${SUFFIXES[ORDINALS.select(Number(text))] ?? "th"} percentile`;
}

const counted = (value: number, noun: string) =>
  `${decimal(value)} ${noun}${Math.abs(value) === 1 ? "" : "s"}`;

function peakDistance(years: number): string {
  if (years === 0) return "at peak age";
  return `${counted(Math.abs(years), "year")} ${years < 0 ? "before" : "after"} peak age`;
}

const contract = (months: number) =>
  months < 0 ? `expired ${counted(-months, "month")} ago` : counted(months, "month");

/** Formats of single items, by id. */
const FORMATS_BY_ID: Partial<Record<string, (value: number | string) => string>> = {
  "peak.distance": (value) => peakDistance(Number(value)),
  "contract.months_left": (value) => contract(Number(value)),
  status: (value) => statusWord(String(value) as Status),
  foot: (value) => capitalised(String(value)),
};

const FORMATS: Record<Exclude<Unit, "text" | "date" | "trend">, (value: number) => string> = {
  years: (value) => counted(value, "year"),
  months: (value) => counted(value, "month"),
  cm: height,
  eur: money,
  percent: (value) => `${decimal(value)}%`,
  percentile,
  count: decimal,
  minutes: (value) => counted(value, "minute"),
  "per 90": (value) => `${RATE.format(value)} per 90`,
  index: (value) => RATE.format(value),
};

/** The value with its unit. */
export function formatValue({ id, unit, value }: Figure): string {
  if (value === null) return NONE;
  const format = FORMATS_BY_ID[id];
  if (format) return format(value);
  if (unit === "date") return day(String(value));
  if (unit === "trend") return capitalised(String(value));
  if (unit === "text" || typeof value === "string") return String(value);
  const text = FORMATS[unit](value);
  return id.startsWith("value.change_") && value > 0 ? `+${text}` : text;
}

/** All values on one line, for screen readers. */
export function evidenceSummary(evidence: readonly Evidence[]): string {
  const items = evidence.map((item) => `${item.label}: ${formatValue(item)}`);
  return `Evidence: ${items.join("; ") || "none needed"}`;
}

/** The season or the date it is valid for. */
export function periodOf({ period, as_of }: Evidence): string | undefined {
  return period ?? (as_of ? day(as_of) : undefined);
}

export const SOURCES: Record<Evidence["source"], string> = {
  record: "Player data",
  valuations: "Valuations",
  seasons: "Seasons",
  transfers: "Transfers",
  computed: "Computed",
};

/** `vs 134 attackers, LaLiga, 2025/26, 900+ minutes`. */
export function cohortText(cohort: Cohort): string {
  const { definition, league, period } = cohort;
  const size = grouped(cohort.size);
  const minutes = /at least ([\d,]+) minutes/.exec(definition)?.[1];
  if (!period || !minutes) return `vs ${size} ${definition}`;
  const group = `${size} ${definition.split(" with at least")[0] ?? "players"}`;
  return `vs ${[group, league, period, `${minutes}+ minutes`].filter(Boolean).join(", ")}`;
}

/** `9 without a value excluded`; undefined if nobody was. */
export function excludedText({ scope, left_out }: Cohort): string | undefined {
  if (left_out === 0) return undefined;
  const reason = scope === "age" ? "without a value" : "without the minutes or the figure";
  return `${grouped(left_out)} ${reason} excluded`;
}

/** The cohort and who was excluded from it, on one line. */
export const comparedWith = (cohort: Cohort) =>
  [cohortText(cohort), excludedText(cohort)].filter(Boolean).join("; ");
