import { formatValue } from "./evidence";
import type { ById, Evidence } from "./evidence";
import { NONE } from "./words";

export const COLUMNS = [
  { metric: "games", name: "Games", short: "Gm" },
  { metric: "minutes", name: "Minutes", short: "Min" },
  { metric: "goals", name: "Goals", short: "G" },
  { metric: "assists", name: "Assists", short: "A" },
  { metric: "yellow_cards", name: "Yellow cards", short: "Y" },
  { metric: "red_cards", name: "Red cards", short: "R" },
  { metric: "goals_per_90", name: "Goals per 90", short: "G/90" },
  { metric: "assists_per_90", name: "Assists per 90", short: "A/90" },
] as const;

export interface SeasonRow {
  period: string;
  /** In column order. */
  cells: string[];
}

export interface SeasonTable {
  /** Some sources have calendar years instead of seasons. */
  span: "Season" | "Year";
  /** Newest first. */
  rows: SeasonRow[];
  total: SeasonRow;
}

const FIGURE = /^season\.(\d+)\.(\w+)$/;

const cell = (item: Evidence | undefined) =>
  item && item.value !== null ? formatValue(item).replace(/ (per 90|minutes?)$/, "") : NONE;

/** All seasons and their total; undefined without seasons. */
export function seasonTable(evidence: ById): SeasonTable | undefined {
  const seasons = new Map<number, Evidence>();
  for (const [id, item] of evidence) {
    const year = FIGURE.exec(id)?.[1];
    if (year) seasons.set(Number(year), item);
  }
  if (seasons.size === 0) return undefined;
  const years = [...seasons.keys()].sort((a, b) => b - a);
  const rows = years.map((year) => ({
    period: seasons.get(year)?.period ?? String(year),
    cells: COLUMNS.map(({ metric }) => cell(evidence.get(`season.${String(year)}.${metric}`))),
  }));
  const sums = COLUMNS.map(({ metric }) =>
    metric.endsWith("per_90") ? "" : cell(evidence.get(`career.${metric}`)),
  );
  return {
    span: rows[0]?.period.includes("/") ? "Season" : "Year",
    rows,
    total: { period: "Total", cells: sums },
  };
}
