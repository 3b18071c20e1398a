import { expect, it } from "vitest";
import { cohortWords, leftOut, shown, spoken, when } from "./evidence";
import type { Evidence, Figure } from "./evidence";

const figure = (unit: Figure["unit"], value: Figure["value"], id = "x"): Figure => ({
  id,
  unit,
  value,
});

const item = (facts: Partial<Evidence>): Evidence => ({
  id: "x",
  label: "Goals",
  unit: "count",
  value: 7,
  period: null,
  as_of: null,
  source: "record",
  cohort: null,
  note: null,
  ...facts,
});

it.each([
  [figure("eur", 45_000_000), "€45m"],
  [figure("years", 1), "1 year"],
  [figure("years", 23), "23 years"],
  [figure("cm", 187), "1.87 m"],
  [figure("minutes", 2909), "2,909 minutes"],
  [figure("count", 26), "26"],
  [figure("percentile", 93.7), "percentile 93.7"],
  [figure("percent", -12.5), "−12.5%"],
  [figure("date", "2028-06-30"), "30 Jun 2028"],
  [figure("trend", "rising"), "Rising"],
  [figure("text", "<b>FC</b>"), "<b>FC</b>"],
  [figure("eur", null), "—"],
])("writes %o as people of football do", (what, words) => {
  expect(shown(what)).toBe(words);
});

it("rounds a rate as people do, half away from nothing", () => {
  expect(shown(figure("per 90", 0.495))).toBe("0.50 per 90");
  expect(shown(figure("per 90", 0.0309))).toBe("0.03 per 90");
  expect(shown(figure("per 90", 0))).toBe("0.00 per 90");
});

it("says which way a value went, and what is past or still to come", () => {
  expect(shown(figure("percent", 118.2, "value.change_36m"))).toBe("+118.2%");
  expect(shown(figure("percent", 33.3, "value.share_of_highest"))).toBe("33.3%");
  expect(shown(figure("months", 19, "contract.months_left"))).toBe("19 months");
  expect(shown(figure("months", -1, "contract.months_left"))).toBe("ended 1 month ago");
  expect(shown(figure("years", -1, "peak.distance"))).toBe("1 year before it");
  expect(shown(figure("years", 0, "peak.distance"))).toBe("within it");
  expect(shown(figure("years", 2, "peak.distance"))).toBe("2 years past it");
  expect(shown(figure("text", "free_agent", "status"))).toBe("Free agent");
});

it("knows the period before the day", () => {
  expect(when(item({ period: "2025/26", as_of: "2026-06-30" }))).toBe("2025/26");
  expect(when(item({ as_of: "2026-06-30" }))).toBe("30 Jun 2026");
  expect(when(item({}))).toBeUndefined();
});

it("says whom a percentile compares with, and who was left out", () => {
  const cohort = { definition: "goalkeepers in 2025/26", scope: "position", size: 1234 } as const;
  expect(cohortWords({ ...cohort, left_out: 1 })).toBe("1,234 goalkeepers in 2025/26");
  expect(leftOut({ ...cohort, left_out: 1 })).toBe("1 more player with fewer minutes left out");
  expect(leftOut({ ...cohort, scope: "age", left_out: 88 })).toBe(
    "88 more players without a value on record left out",
  );
  expect(leftOut({ ...cohort, left_out: 0 })).toBeUndefined();
});

it("is one line to be heard", () => {
  expect(spoken(item({}))).toBe("Goals: 7");
});
