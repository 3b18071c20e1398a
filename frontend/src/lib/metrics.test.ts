import { expect, it } from "vitest";
import {
  byGroup,
  figureText,
  figureWithUnit,
  formOf,
  keyLabel,
  heat,
  overview,
  percentileGroups,
} from "./metrics";
import type { Metric } from "./metrics";

const metric = (fields: Partial<Metric> = {}): Metric => ({
  key: "goals",
  label: "Goals",
  short_label: "Goals",
  group: "shooting",
  unit: "",
  storage: "total",
  denominator: "minutes",
  better: "higher",
  decimals: 0,
  ...fields,
});

it.each([
  [metric(), "total", "value"],
  [metric(), "per_90", "per_90"],
  [metric({ denominator: null }), "per_90", "value"],
  [metric({ storage: "percent", denominator: "passes" }), "per_90", "value"],
  [metric({ storage: "per_90" }), "total", "per_90"],
] as const)("shows %o of %s as its %s", (one, basis, form) => {
  expect(formOf(one, basis)).toBe(form);
});

it.each([
  [metric(), { value: 1234, per_90: 0.495 }, "value", "1,234", "1,234"],
  [metric(), { value: 1234, per_90: 0.495 }, "per_90", "0.50", "0.50 per 90"],
  [metric(), { value: null, per_90: null }, "value", "–", "–"],
  [metric({ unit: "%", decimals: 1 }), { value: 82.46, per_90: null }, "value", "82.5", "82.5%"],
  [metric({ unit: "min" }), { value: 90, per_90: null }, "value", "90", "90 min"],
  [metric({ decimals: 1 }), { value: -1.25, per_90: null }, "value", "−1.3", "−1.3"],
  [metric({ decimals: 1 }), { value: -0.01, per_90: null }, "value", "0.0", "0.0"],
] as const)("formats %o of %o as %s: %s", (one, figures, form, text, withUnit) => {
  expect(figureText(one, figures, form)).toBe(text);
  expect(figureWithUnit(one, figures, form)).toBe(withUnit);
});

it("shows a dash for a metric without figures", () => {
  expect(figureText(metric(), undefined, "value")).toBe("–");
});

it("groups in the order of appearance", () => {
  const items = ["b1", "a1", "b2"];
  expect(byGroup(items, (item) => item.charAt(0))).toEqual([
    ["b", ["b1", "b2"]],
    ["a", ["a1"]],
  ]);
  expect(
    percentileGroups(["playing_time", "shooting"], (item) => item).map(([group]) => group),
  ).toEqual(["shooting", "playing_time"]);
  expect(keyLabel("playing_time")).toBe("Playing time");
});

it("an overview sums up a career, and then has the main group of the position", () => {
  const known = [
    { ...metric({ key: "minutes", group: "playing_time", denominator: null }), headline: true },
    { ...metric({ key: "goals" }), headline: true, positions: ["Attack"] },
    metric({ key: "shots" }),
    metric({ key: "shot_distance", better: "neither" }),
    {
      ...metric({ key: "saves", group: "goalkeeping" }),
      headline: true,
      positions: ["Goalkeeper"],
    },
    metric({ key: "exits", group: "goalkeeping" }),
    ...Array.from({ length: 9 }, (_, index) =>
      metric({ key: `own_${String(index)}`, group: "passing" }),
    ),
  ];
  const keys = (position: "Attack" | "Goalkeeper" | null) =>
    overview(known, position).map(({ key }) => key);
  expect(keys("Goalkeeper").slice(0, 5)).toEqual([
    "minutes", "shots", "shot_distance", "saves", "exits",
  ]); // prettier-ignore
  expect(keys("Attack").slice(0, 4)).toEqual(["minutes", "goals", "shots", "shot_distance"]);
  expect(keys("Attack")).toHaveLength(10);
  expect(keys(null)).toContain("saves");
  const headline = { ...metric({ key: "scans", group: "passing" }), headline: true };
  expect(overview([...known, headline], "Attack").map(({ key }) => key)).toContain("scans");
});

it.each([
  [0, "higher", 1],
  [19.9, "higher", 1],
  [20, "higher", 2],
  [50, "higher", 3],
  [100, "higher", 5],
  [100, "lower", 1],
  [7, "lower", 5],
  [7, "neither", undefined],
] as const)("the heat of %d where %s is better is %s", (percentile, better, level) => {
  expect(heat(percentile, better)).toBe(level);
});
