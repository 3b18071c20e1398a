import { expect, it } from "vitest";
import { byId } from "./evidence";
import type { Evidence } from "./evidence";
import { placed, roundAbove, valueCourse } from "./valueCourse";
import type { Point } from "./valueCourse";

const value = (id: string, euros: number, as_of: string | null): Evidence => ({
  id,
  label: id,
  unit: "eur",
  value: euros,
  period: null,
  as_of,
  source: "valuations",
  cohort: null,
  note: null,
});

it("lays valuations out by day and sum, and one that stands for two years once", () => {
  const course = valueCourse(
    byId([
      value("value.latest", 45_000_000, "2026-06-10"),
      value("value.12m", 30_000_000, "2025-06-10"),
      value("value.24m", 15_000_000, "2024-06-10"),
      value("value.36m", 15_000_000, "2024-06-10"),
      value("value.highest", 60_000_000, null),
    ]),
  );
  expect(course?.points).toEqual([
    { day: "2024-06-10", value: 15_000_000, x: 0, y: 0.25 },
    { day: "2025-06-10", value: 30_000_000, x: 0.5, y: 0.5 },
    { day: "2026-06-10", value: 45_000_000, x: 1, y: 0.75 },
  ]);
  expect(course?.highest).toEqual({ y: 1, value: 60_000_000 });
  expect(course?.ticks.map(({ words }) => words)).toEqual(["€0", "€30m", "€60m"]);
});

it("draws no line for a highest value that is one of the points", () => {
  const course = valueCourse(
    byId([value("value.latest", 2e6, "2026-06-10"), value("value.highest", 2e6, null)]),
  );
  expect(course?.highest).toBeUndefined();
  expect(course?.points).toEqual([{ day: "2026-06-10", value: 2e6, x: 0.5, y: 1 }]);
});

it("is nothing without a valuation", () => {
  expect(valueCourse(byId([value("value.now", 2e6, null)]))).toBeUndefined();
});

it.each([
  [0, 1],
  [1, 1],
  [110_000_000, 200_000_000],
  [250_000, 400_000],
  [850_000, 1_000_000],
])("rounds %d up to %d", (most, top) => {
  expect(roundAbove(most)).toBe(top);
});

it("keeps the words of near points apart", () => {
  const at = (x: number, y: number): Point => ({ day: String(x), value: y, x, y });
  const words = placed([at(0, 0.5), at(0.5, 0.9), at(0.6, 0.6), at(1, 0.6)]);
  expect(words.map(({ below }) => below)).toEqual([false, false, true, false]);
  expect(words.map(({ dated }) => dated)).toEqual([true, false, true, true]);
  expect(placed([at(0, 0.1), at(0.1, 0.9)])[0]?.below).toBe(false);
});
