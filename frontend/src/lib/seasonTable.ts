import { betterOf, byId, figureOf, isRate, metricOf, nameOf } from "./evidence";
import type { Dossier, Evidence } from "./evidence";
import { NONE } from "./words";

export interface SeasonRow {
  period: string;
  /** In column order. */
  cells: string[];
}

export interface SeasonTable {
  /** Some sources have calendar years instead of seasons. */
  span: "Season" | "Year";
  columns: string[];
  /** Newest first. */
  rows: SeasonRow[];
  total: SeasonRow;
}

// The same columns as in an export, which fit a page; the percentiles have all metrics.
const MOST_VALUES = 6;
const MOST_RATES = 2;
const FIGURE = /^season\.(\d+)\.(\w+)$/;

/** All seasons and their total; undefined without seasons. */
export function seasonTable(dossier: Dossier): SeasonTable | undefined {
  const evidence = byId(dossier.evidence);
  const cell = (name: string, item: Evidence | undefined, none = NONE) =>
    item && item.value !== null ? figureOf(dossier, name, item) : none;
  const figures = dossier.evidence.flatMap((item) => {
    const [, year, name] = FIGURE.exec(item.id) ?? [];
    return year && name ? [{ year: Number(year), name, item }] : [];
  });
  if (figures.length === 0) return undefined;
  const chosen = columns(dossier, new Map(figures.map(({ name, item }) => [name, item])));
  const years = [...new Set(figures.map(({ year }) => year))].sort((a, b) => b - a);
  const rows = years.map((year) => ({
    period: figures.find((figure) => figure.year === year)?.item.period ?? String(year),
    cells: chosen.map(({ name }) => cell(name, evidence.get(`season.${String(year)}.${name}`))),
  }));
  return {
    span: rows[0]?.period.includes("/") ? "Season" : "Year",
    columns: chosen.map(({ label }) => label),
    rows,
    total: {
      period: "Total",
      cells: chosen.map(({ name }) =>
        cell(name, evidence.get(`career.${name}`), isRate(name) ? "" : NONE),
      ),
    },
  };
}

/** Totals and then rates of the metrics that sum up a career, in the order of the metrics. */
function columns(dossier: Dossier, items: ReadonlyMap<string, Evidence>) {
  const order = Object.keys(dossier.metrics);
  const place = (name: string) => order.indexOf(metricOf(name));
  const all = [...items.keys()].sort((a, b) => place(a) - place(b));
  const headlines = all.filter((name) => dossier.metrics[metricOf(name)]?.headline);
  const names = headlines.length > 0 ? headlines : all; // of old reports, which have no headlines
  const values = names.filter((name) => !isRate(name));
  const rates = names.filter((name) => isRate(name) && betterOf(dossier, name) !== "lower");
  return [...values.slice(0, MOST_VALUES), ...rates.slice(0, MOST_RATES)].map((name) => {
    const item = items.get(name);
    return { name, label: item ? nameOf(item) : name };
  });
}
