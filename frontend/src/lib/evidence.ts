import { day } from "./dates";
import { money } from "./money";
import { NONE, grouped, height, plural, statusWord } from "./words";
import type { Status } from "./words";

export type Unit =
  | "text" | "date" | "years" | "months" | "cm" | "eur" | "percent" | "percentile" | "count"
  | "minutes" | "per 90" | "trend"; // prettier-ignore

/** A value on record, with what is needed to write it. */
export interface Figure {
  id: string;
  unit: Unit;
  value: number | string | null;
}

/** Whom a percentile compares with; `left_out` lacked the data or the minutes. */
export interface Cohort {
  definition: string;
  scope: "age" | "position" | "league";
  size: number;
  left_out: number;
}

/** One thing on record, as a report cites it. */
export interface Evidence extends Figure {
  label: string;
  period: string | null;
  as_of: string | null;
  source: "record" | "valuations" | "seasons" | "transfers" | "computed";
  cohort: Cohort | null;
  note: string | null;
}

export type ById = ReadonlyMap<string, Evidence>;

export const byId = (evidence: readonly Evidence[]): ById =>
  new Map(evidence.map((item) => [item.id, item]));

const ONE_DECIMAL = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });
// Unlike toFixed, it rounds 0.495 as people do, to 0.50.
const RATE = new Intl.NumberFormat("en-GB", {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
});

/** To one decimal, thousands apart, with a real minus sign. */
export const decimal = (value: number) => ONE_DECIMAL.format(value).replace("-", "−");

const counted = (value: number, noun: string) =>
  `${decimal(value)} ${noun}${Math.abs(value) === 1 ? "" : "s"}`;

function fromPeak(years: number): string {
  if (years === 0) return "within it";
  return `${counted(Math.abs(years), "year")} ${years < 0 ? "before it" : "past it"}`;
}

const contract = (months: number) =>
  months < 0 ? `ended ${counted(-months, "month")} ago` : counted(months, "month");

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What is written in a way of its own, by its id. */
const OWN_FORMS: Partial<Record<string, (value: number | string) => string>> = {
  "peak.distance": (value) => fromPeak(Number(value)),
  "contract.months_left": (value) => contract(Number(value)),
  status: (value) => statusWord(String(value) as Status),
  foot: (value) => capital(String(value)),
};

const FORMS: Record<Exclude<Unit, "text" | "date" | "trend">, (value: number) => string> = {
  years: (value) => counted(value, "year"),
  months: (value) => counted(value, "month"),
  cm: height,
  eur: money,
  percent: (value) => `${decimal(value)}%`,
  percentile: (value) => `percentile ${decimal(value)}`,
  count: decimal,
  minutes: (value) => counted(value, "minute"),
  "per 90": (value) => `${RATE.format(value)} per 90`,
};

/** The value with its unit, as people of football write it. */
export function shown({ id, unit, value }: Figure): string {
  if (value === null) return NONE;
  const own = OWN_FORMS[id];
  if (own) return own(value);
  if (unit === "date") return day(String(value));
  if (unit === "trend") return capital(String(value));
  if (unit === "text" || typeof value === "string") return String(value);
  const text = FORMS[unit](value);
  return id.startsWith("value.change_") && value > 0 ? `+${text}` : text;
}

/** The season or the day it holds for. */
export function when({ period, as_of }: Evidence): string | undefined {
  return period ?? (as_of ? day(as_of) : undefined);
}

const SOURCES: Record<Evidence["source"], string> = {
  record: "Record",
  valuations: "Valuations",
  seasons: "Seasons",
  transfers: "Transfers",
  computed: "Computed",
};

export const sourceWord = (source: Evidence["source"]) => SOURCES[source];

/** `134 attacking players with at least 900 minutes in 2025/26`. */
export const cohortWords = ({ size, definition }: Cohort) => `${grouped(size)} ${definition}`;

/** Who of the cohort could not be compared; nothing where there was nobody. */
export function leftOut({ scope, left_out }: Cohort): string | undefined {
  if (left_out === 0) return undefined;
  const lack = scope === "age" ? "without a value on record" : "with fewer minutes";
  return `${plural(left_out, "more player")} ${lack} left out`;
}

/** An item in one line, for those who hear it. */
export const spoken = (item: Evidence) => `${item.label}: ${shown(item)}`;
