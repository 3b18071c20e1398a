import { byGroup, fixed, keyLabel } from "./metrics";
import type { Metric } from "./metrics";

export type { Metric };

export type MetricsByKey = ReadonlyMap<string, Metric>;

/** Which figure of a metric: the value, the rate, or its percentile. */
export const FORMS = ["value", "per_90", "percentile", "league_percentile"] as const;
export type Form = (typeof FORMS)[number];

export const FORM_LABELS: Record<Form, string> = {
  value: "Total",
  per_90: "Per 90",
  percentile: "Percentile",
  league_percentile: "In league",
};

export const isPercentile = (form: Form) => form === "percentile" || form === "league_percentile";

const hasRate = ({ storage, denominator }: Metric) =>
  denominator === "minutes" && (storage === "total" || storage === "per_90");

/** The figures that a metric has; a rate without a meaningful total has no value. */
export function formsOf(metric: Metric): Form[] {
  return FORMS.filter((form) => {
    if (form === "value") return metric.storage !== "per_90";
    return form === "per_90" ? hasRate(metric) : true;
  });
}

/** What a filter of the metric most likely asks for: the rate, if there is one. */
export const usualForm = (metric: Metric): Form => (hasRate(metric) ? "per_90" : "value");

/** The form's name; the value of a percentage or index is no total. */
export const formLabel = (form: Form, metric: Metric) =>
  form === "value" && metric.storage !== "total" ? "Value" : FORM_LABELS[form];

/** A figure of a metric: a column, a filter or a sort order. */
export interface Figure {
  metric: string;
  form: Form;
}

const FIGURE = /^([a-z][a-z0-9_]{0,59})\.(value|per_90|percentile|league_percentile)$/;

/** `goals.per_90`, as the API names it; undefined for any other text. */
export function parseFigure(id: string): Figure | undefined {
  const [, metric, form] = FIGURE.exec(id) ?? [];
  return metric ? { metric, form: form as Form } : undefined;
}

export const figureId = ({ metric, form }: Figure) => `${metric}.${form}`;

/** Players with fewer minutes have no percentile. */
export const MIN_MINUTES = 900;

const SUFFIXES: Record<Form, string> = {
  value: "",
  per_90: " per 90",
  percentile: " percentile",
  league_percentile: " percentile in league",
};
const SHORT_SUFFIXES: Record<Form, string> = {
  value: "",
  per_90: "/90",
  percentile: " pctl",
  league_percentile: " pctl lg",
};

/** "Goals per 90"; an unknown metric by its key. */
export function figureLabel({ metric, form }: Figure, metrics: MetricsByKey): string {
  return (metrics.get(metric)?.label ?? metric) + SUFFIXES[form];
}

/** "Goals/90", for a column's header. */
export function figureShortLabel({ metric, form }: Figure, metrics: MetricsByKey): string {
  return (metrics.get(metric)?.short_label ?? metric) + SHORT_SUFFIXES[form];
}

/** A percentile as a whole number; 0 and 100 are shown only where they are exact. */
export function wholePercentile(value: number): string {
  return String(Number.isInteger(value) ? value : Math.min(99, Math.max(1, Math.round(value))));
}

/** A figure without its unit: "1,234", "0.45", "87.5", "94". */
export function formatFigure(value: number, form: Form, metric: Metric | undefined): string {
  if (isPercentile(form)) return wholePercentile(value);
  return fixed(value, form === "per_90" ? 2 : (metric?.decimals ?? 0));
}

const searchText = ({ key, label, short_label }: Metric) =>
  `${label} ${short_label} ${key.replaceAll("_", " ")}`.toLowerCase();

/** Whether every word of `text` is in a name of the metric. */
export function matchesMetric(metric: Metric, text: string): boolean {
  const names = searchText(metric);
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => names.includes(word));
}

export interface MetricGroup {
  name: string;
  metrics: Metric[];
}

/** The metrics by group, in the order of the catalogue. */
export function groupMetrics(metrics: readonly Metric[]): MetricGroup[] {
  const groups = byGroup(metrics, ({ group }) => group);
  return groups.map(([group, of]) => ({ name: keyLabel(group), metrics: of }));
}
