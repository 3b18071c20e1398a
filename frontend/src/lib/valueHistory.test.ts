import { expect, it } from "vitest";
import { byId } from "./evidence";
import type { Evidence } from "./evidence";
import {
  chartLayout,
  reportValueHistory,
  roundUp,
  valueChanges,
  valueHistory,
} from "./valueHistory";

const value = (
  id: string,
  euros: number,
  as_of: string | null,
  unit: Evidence["unit"] = "eur",
): Evidence => ({
  id,
  label: id,
  unit,
  value: euros,
  period: null,
  as_of,
  source: "valuations",
  cohort: null,
  note: null,
});

const REPORT_DAY = "2026-06-20";

it("shows every valuation up to the report, and the current value last", () => {
  const evidence = byId([
    value("value.now", 45e6, "2026-06-15"),
    value("value.latest", 40e6, "2026-06-10"),
    value("value.12m", 30e6, "2025-06-10"),
  ]);
  const valuations = [
    { day: "2024-06-10", value: 15e6 },
    { day: "2025-06-10", value: 30e6 },
    { day: "2025-12-10", value: 50e6 },
    { day: "2026-06-10", value: 40e6 },
    { day: "2026-07-10", value: 90e6 },
  ];
  const history = reportValueHistory(evidence, REPORT_DAY, valuations);
  expect(history.points).toEqual([...valuations.slice(0, 4), { day: "2026-06-15", value: 45e6 }]);
  expect(history.current).toEqual({ day: "2026-06-15", value: 45e6 });
});

it("shows a current value that was edited by hand after the latest valuation of that day", () => {
  const evidence = byId([
    value("value.now", 9e6, "2026-01-01"),
    value("value.latest", 4e6, "2026-06-10"),
  ]);
  expect(reportValueHistory(evidence, REPORT_DAY).points).toEqual([
    { day: "2026-06-10", value: 9e6 },
  ]);
});

it("shows a player's valuations and the current value", () => {
  const valuations = [
    { day: "2025-06-10", value: 30e6 },
    { day: "2026-06-10", value: 40e6 },
  ];
  const history = valueHistory({
    valuations,
    current: { day: "2026-11-01", value: 45e6 },
    highest: 30e6,
  });
  expect(history.points).toEqual([...valuations, { day: "2026-11-01", value: 45e6 }]);
  expect(history.careerHigh).toBeUndefined();
});

it("dates a current value without a date to the report", () => {
  const history = reportValueHistory(byId([value("value.now", 2e6, null)]), REPORT_DAY);
  expect(history.points).toEqual([{ day: REPORT_DAY, value: 2e6 }]);
});

it("is empty without a value", () => {
  expect(reportValueHistory(byId([]), REPORT_DAY)).toEqual({
    points: [],
    current: undefined,
    careerHigh: undefined,
  });
});

it("has a career-high value only above every point", () => {
  const at = (euros: number) =>
    reportValueHistory(
      byId([value("value.latest", 2e6, "2026-06-10"), value("value.highest", euros, null)]),
      REPORT_DAY,
    );
  expect(at(2e6).careerHigh).toBeUndefined();
  expect(at(6e7).careerHigh).toBe(6e7);
  expect(chartLayout(at(6e7)).careerHigh).toEqual({ y: 1, value: 6e7 });
});

it("states both days of a change", () => {
  const evidence = byId([
    value("value.latest", 170e6, "2026-06-10"),
    value("value.12m", 200e6, "2025-06-01"),
    value("value.change_12m", -15, "2026-06-10", "percent"),
    value("value.change_24m", 5, "2026-06-10", "percent"),
  ]);
  expect(valueChanges(evidence)).toEqual([
    {
      from: { day: "2025-06-01", value: 200e6 },
      to: { day: "2026-06-10", value: 170e6 },
      percent: -15,
    },
  ]);
});

it("places points by day and value", () => {
  const layout = chartLayout(
    reportValueHistory(byId([]), REPORT_DAY, [
      { day: "2024-06-10", value: 15e6 },
      { day: "2025-06-10", value: 30e6 },
      { day: "2026-06-10", value: 60e6 },
    ]),
  );
  expect(layout.points.map(({ x, y }) => [x, y])).toEqual([
    [0, 0.25],
    [0.5, 0.5],
    [1, 1],
  ]);
  expect(layout.yTicks.map((tick) => tick.value)).toEqual([0, 30e6, 60e6]);
  // 2026 would overlap the date of the last point.
  expect(layout.yearTicks.map(({ year }) => year)).toEqual([2025]);
});

it("labels the current value first, then the highest and the first where there is room", () => {
  const labels = (...points: [day: string, value: number][]) =>
    chartLayout(
      reportValueHistory(
        byId([]),
        REPORT_DAY,
        points.map(([day, euros]) => ({ day, value: euros })),
      ),
    ).labelled.map((point) => point.day);
  expect(labels(["2016-01-01", 1], ["2021-01-01", 9], ["2026-01-01", 5])).toEqual([
    "2026-01-01",
    "2021-01-01",
    "2016-01-01",
  ]);
  expect(labels(["2016-01-01", 1], ["2025-09-01", 9], ["2026-01-01", 5])).toEqual([
    "2026-01-01",
    "2016-01-01",
  ]);
});

it.each([
  [0, 1],
  [1, 1],
  [110_000_000, 200_000_000],
  [250_000, 400_000],
  [850_000, 1_000_000],
])("rounds %d up to %d", (highest, top) => {
  expect(roundUp(highest)).toBe(top);
});
