import { expect, it } from "vitest";
import {
  figureLabel,
  figureShortLabel,
  formLabel,
  formatFigure,
  formsOf,
  groupMetrics,
  matchesMetric,
  parseFigure,
  usualForm,
} from "./figures";
import type { Metric } from "./figures";

const metric = (changes: Partial<Metric>): Metric => ({
  key: "goals",
  label: "Goals",
  short_label: "Goals",
  group: "shooting",
  unit: "",
  storage: "total",
  denominator: "minutes",
  better: "higher",
  decimals: 0,
  ...changes,
});

const goals = metric({});
const accuracy = metric({
  key: "pass_pct",
  label: "Pass completion",
  short_label: "Pass %",
  group: "passing",
  unit: "%",
  storage: "percent",
  denominator: "passes",
  decimals: 1,
});
const onlyRate = metric({ key: "padj_tackles", storage: "per_90" });
const starts = metric({ key: "starts", denominator: "games" });
const metrics = new Map([goals, accuracy].map((one) => [one.key, one]));

it("offers the figures that a metric has", () => {
  expect(formsOf(goals)).toEqual(["value", "per_90", "percentile", "league_percentile"]);
  expect(formsOf(accuracy)).toEqual(["value", "percentile", "league_percentile"]);
  expect(formsOf(onlyRate)).toEqual(["per_90", "percentile", "league_percentile"]);
  expect(formsOf(starts)).toEqual(["value", "percentile", "league_percentile"]);
  expect([goals, accuracy, onlyRate].map(usualForm)).toEqual(["per_90", "value", "per_90"]);
  expect(formLabel("value", goals)).toBe("Total");
  expect(formLabel("value", accuracy)).toBe("Value");
});

it("reads the ids of figures", () => {
  expect(parseFigure("goals.per_90")).toEqual({ metric: "goals", form: "per_90" });
  for (const id of ["goals", "goals.rank", "Goals.value", "goals.value.value", ""]) {
    expect(parseFigure(id), id).toBeUndefined();
  }
});

it("names figures, in full and for a header", () => {
  const names = (form: "value" | "per_90" | "percentile" | "league_percentile") => [
    figureLabel({ metric: "goals", form }, metrics),
    figureShortLabel({ metric: "goals", form }, metrics),
  ];
  expect(names("value")).toEqual(["Goals", "Goals"]);
  expect(names("per_90")).toEqual(["Goals per 90", "Goals/90"]);
  expect(names("percentile")).toEqual(["Goals percentile", "Goals pctl"]);
  expect(names("league_percentile")).toEqual(["Goals percentile in league", "Goals pctl lg"]);
  expect(figureLabel({ metric: "gone", form: "value" }, metrics)).toBe("gone");
});

it.each([
  [1234, "value", goals, "1,234"],
  [0.495, "per_90", goals, "0.50"],
  [87.45, "value", accuracy, "87.5"],
  [-3, "value", goals, "−3"],
  [99.8, "percentile", goals, "99"],
  [0.2, "percentile", goals, "1"],
  [100, "league_percentile", goals, "100"],
  [62.5, "percentile", undefined, "63"],
] as const)("formats %d as %s", (value, form, of, text) => {
  expect(formatFigure(value, form, of)).toBe(text);
});

it("finds metrics by words of any name", () => {
  expect(matchesMetric(accuracy, "compl pass")).toBe(true);
  expect(matchesMetric(accuracy, "Pass %")).toBe(true);
  expect(matchesMetric(accuracy, "pass long")).toBe(false);
  expect(matchesMetric(goals, "")).toBe(true);
});

it("groups metrics in the order of the catalogue", () => {
  const groups = groupMetrics([goals, accuracy, onlyRate, metric({ key: "x", group: "custom" })]);
  expect(groups.map(({ name, metrics: of }) => [name, of.map(({ key }) => key)])).toEqual([
    ["Shooting", ["goals", "padj_tackles"]],
    ["Passing", ["pass_pct"]],
    ["Custom", ["x"]],
  ]);
});
