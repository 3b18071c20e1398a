import { expect, it } from "vitest";
import type { Dossier, Evidence, MetricWords } from "./evidence";
import { seasonTable } from "./seasonTable";

const item = (
  id: string,
  label: string,
  value: number,
  fields: Partial<Evidence> = {},
): Evidence => ({
  id,
  label: fields.period ? `${label}, ${fields.period}` : `${label}, career total`,
  unit: "count",
  value,
  period: null,
  as_of: null,
  source: "seasons",
  cohort: null,
  note: null,
  ...fields,
});

const words = (label: string, better: MetricWords["better"] = "higher"): MetricWords => ({
  label,
  short_label: label,
  group: "shooting",
  better,
  decimals: 0,
  headline: false,
});

/** As stored before metrics were part of a dossier. */
const OLD: Dossier = {
  evidence: [
    item("season.2024.games", "Games", 10, { period: "2024/25" }),
    item("season.2024.minutes", "Minutes", 402, { period: "2024/25", unit: "minutes" }),
    item("season.2025.games", "Games", 34, { period: "2025/26" }),
    item("season.2025.minutes", "Minutes", 2909, { period: "2025/26", unit: "minutes" }),
    item("season.2025.yellow_cards", "Yellow cards", 3, { period: "2025/26" }),
    item("season.2025.goals_per_90", "Goals per 90", 0.8044, {
      period: "2025/26",
      unit: "per 90",
    }),
    item("season.2025.yellow_cards_per_90", "Yellow cards per 90", 0.1, {
      period: "2025/26",
      unit: "per 90",
    }),
    item("season.2025.goals_per_90.position", "Goals per 90", 93.7, {
      period: "2025/26",
      unit: "percentile",
    }),
    item("career.games", "Games", 44),
    item("career.minutes", "Minutes", 3311, { unit: "minutes" }),
  ],
  metrics: {},
};

it("lists the seasons of an old report, newest first, and their total", () => {
  expect(seasonTable(OLD)).toEqual({
    span: "Season",
    columns: ["Games", "Minutes", "Yellow cards", "Goals per 90"],
    rows: [
      { period: "2025/26", cells: ["34", "2,909", "3", "0.80"] },
      { period: "2024/25", cells: ["10", "402", "–", "–"] },
    ],
    total: { period: "Total", cells: ["44", "3,311", "–", ""] },
  });
});

it("has the metrics of the dossier as columns, in their order", () => {
  const period = "2025/26";
  const table = seasonTable({
    evidence: [
      item("season.2025.scans", "Scans", 60, { period, metric: "scans" }),
      item("season.2025.errors_per_90", "Errors per 90", 0.2, { period, unit: "per 90" }),
      item("season.2025.goals_per_90", "Goals, headed per 90", 0.4, { period, unit: "per 90" }),
      item("season.2025.goals", "Goals, headed", 12, { period, metric: "goals" }),
    ],
    metrics: {
      goals: words("Goals, headed"),
      errors: words("Errors", "lower"),
      scans: words("Scans"),
    },
  });
  expect(table?.columns).toEqual(["Goals, headed", "Scans", "Goals, headed per 90"]);
  expect(table?.rows).toEqual([{ period, cells: ["12", "60", "0.40"] }]);
});

it("has the columns that sum up a career, with their decimals", () => {
  const period = "2025/26";
  const table = seasonTable({
    evidence: [
      item("season.2025.subs", "Substitute appearances", 3, { period }),
      item("season.2025.goals", "Goals", 12, { period }),
      item("season.2025.xg", "xG", 9, { period }),
      item("season.2025.subs_per_90", "Subs per 90", 0.1, { period, unit: "per 90" }),
    ],
    metrics: {
      subs: words("Substitute appearances"),
      goals: { ...words("Goals"), headline: true },
      xg: { ...words("xG"), headline: true, decimals: 1 },
    },
  });
  expect(table?.columns).toEqual(["Goals", "xG"]);
  expect(table?.rows[0]?.cells).toEqual(["12", "9.0"]);
});

it("has as many columns as fit", () => {
  const names = Array.from({ length: 9 }, (_, index) => `m${String(index)}`);
  const table = seasonTable({
    evidence: names.flatMap((name) => [
      item(`season.2025.${name}`, name, 1, { period: "2025/26" }),
      item(`season.2025.${name}_per_90`, `${name} per 90`, 1, { period: "2025/26" }),
    ]),
    metrics: Object.fromEntries(names.map((name) => [name, words(name)])),
  });
  expect(table?.columns).toEqual([...names.slice(0, 6), "m0 per 90", "m1 per 90"]);
});

it("labels calendar years", () => {
  const games = item("season.2025.games", "Games", 1, { period: "2025" });
  expect(seasonTable({ evidence: [games], metrics: {} })?.span).toBe("Year");
});

it("is undefined without seasons", () => {
  const career = item("career.games", "Games", 0);
  expect(seasonTable({ evidence: [career], metrics: {} })).toBeUndefined();
});
