import { expect, it } from "vitest";
import type { Metric } from "./figures";
import {
  parseStat,
  parseStatFilter,
  statFilterWords,
  statHint,
  writeStatFilter,
} from "./statFilter";

const goals: Metric = {
  key: "goals",
  label: "Goals",
  short_label: "Goals",
  group: "shooting",
  unit: "",
  storage: "total",
  better: "higher",
  decimals: 0,
};
const accuracy: Metric = { ...goals, key: "pass_pct", label: "Pass completion", unit: "%" };
const metrics = new Map([goals, accuracy].map((one) => [one.key, one]));

it.each([
  ["goals.per_90:0.3..", 0.3, undefined, "Goals per 90 ≥ 0.3"],
  ["goals.value:..12", undefined, 12, "Goals ≤ 12"],
  ["goals.percentile:50..80", 50, 80, "Goals percentile 50–80"],
  ["goals.league_percentile:90..", 90, undefined, "Goals percentile in league ≥ 90"],
  ["pass_pct.value:85..", 85, undefined, "Pass completion ≥ 85%"],
  ["pass_pct.percentile:85..", 85, undefined, "Pass completion percentile ≥ 85"],
  ["plus_minus.value:-3..0", -3, 0, "plus_minus −3–0"],
])("reads %s", (text, low, high, words) => {
  const filter = parseStatFilter(text);
  expect(filter).toMatchObject({ low, high });
  expect(filter && writeStatFilter(filter)).toBe(text);
  expect(filter && statFilterWords(filter, metrics)).toBe(words);
});

it.each([
  "goals.per_90:..",
  "goals:1..2",
  "goals.rank:1..",
  "goals.value:a..",
  "goals.value:1",
  "",
])("does not read %s", (text) => {
  expect(parseStatFilter(text)).toBeUndefined();
});

it("reads what is typed", () => {
  expect(parseStat(" 0.35 ", "per_90")).toBe(0.35);
  expect(parseStat("−4", "value")).toBe(-4);
  expect(parseStat("100", "percentile")).toBe(100);
  expect(parseStat("101", "percentile")).toBeUndefined();
  expect(parseStat("-1", "league_percentile")).toBeUndefined();
  for (const text of ["", "abc", "1e3", "0,3", "1.", "."]) {
    expect(parseStat(text, "value"), text).toBeUndefined();
  }
  expect(statHint("percentile")).toBe("Enter a number from 0 to 100.");
});
