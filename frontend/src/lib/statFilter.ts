import { figureId, figureLabel, isPercentile, parseFigure } from "./figures";
import type { Figure, Form, MetricsByKey } from "./figures";

/** A range of a metric's figure; both ends are included. */
export interface StatFilter extends Figure {
  low: number | undefined;
  high: number | undefined;
}

const NUMBER = String.raw`-?\d{1,12}(?:\.\d{1,6})?`;
/** `goals.per_90:0.3..` in the address and the API. */
export const STAT_FILTER = new RegExp(
  String.raw`^([a-z0-9_]+\.[a-z0-9_]+):(?:(${NUMBER})\.\.(${NUMBER})?|\.\.(${NUMBER}))$`,
);

export function parseStatFilter(text: string): StatFilter | undefined {
  const [, id = "", low, high, only] = STAT_FILTER.exec(text) ?? [];
  const figure = parseFigure(id);
  if (!figure) return undefined;
  const end = high ?? only;
  return {
    ...figure,
    low: low === undefined ? undefined : Number(low),
    high: end === undefined ? undefined : Number(end),
  };
}

export function writeStatFilter({ metric, form, low, high }: StatFilter): string {
  return `${figureId({ metric, form })}:${low?.toString() ?? ""}..${high?.toString() ?? ""}`;
}

/** A typed number; undefined if the text is none, or no percentile. */
export function parseStat(text: string, form: Form): number | undefined {
  const plain = text.trim().replace("−", "-");
  if (!new RegExp(`^${NUMBER}$`).test(plain)) return undefined;
  const value = Number(plain);
  return isPercentile(form) && (value < 0 || value > 100) ? undefined : value;
}

export const statHint = (form: Form) =>
  isPercentile(form) ? "Enter a number from 0 to 100." : "Enter a number such as 12 or 0.35.";

/** The filter in words: "Goals per 90 ≥ 0.3". */
export function statFilterWords(filter: StatFilter, metrics: MetricsByKey): string {
  const name = figureLabel(filter, metrics);
  const unit = isPercentile(filter.form) ? "" : (metrics.get(filter.metric)?.unit ?? "");
  const shown = (value: number) => `${String(value).replace("-", "−")}${unit === "%" ? "%" : ""}`;
  const { low, high } = filter;
  if (low !== undefined && high !== undefined) return `${name} ${shown(low)}–${shown(high)}`;
  return low !== undefined ? `${name} ≥ ${shown(low)}` : `${name} ≤ ${shown(high ?? 0)}`;
}
