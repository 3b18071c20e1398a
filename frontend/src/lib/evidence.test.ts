import { expect, it } from "vitest";
import { comparedWith, formatValue, percentile, periodOf } from "./evidence";
import type { Cohort, Evidence, Figure } from "./evidence";
import { money } from "./money";

const figure = (unit: Figure["unit"], value: Figure["value"], id = "x"): Figure => ({
  id,
  unit,
  value,
});

const item = (fields: Partial<Evidence>): Evidence => ({
  id: "x",
  label: "Goals",
  unit: "count",
  value: 7,
  period: null,
  as_of: null,
  source: "record",
  cohort: null,
  note: null,
  ...fields,
});

it.each([
  [figure("eur", 45_000_000), money(45_000_000)],
  [figure("years", 1), "1 year"],
  [figure("years", 23), "23 years"],
  [figure("cm", 187), "1.87 m"],
  [figure("minutes", 2909), "2,909 minutes"],
  [figure("count", 26), "26"],
  [figure("percentile", 93.7), "94th percentile"],
  [figure("percent", -12.5), "−12.5%"],
  [figure("date", "2028-06-30"), "30 Jun 2028"],
  [figure("trend", "rising"), "Rising"],
  [figure("text", "<b>FC</b>"), "<b>FC</b>"],
  [figure("eur", null), "–"],
])("formats %o", (value, text) => {
  expect(formatValue(value)).toBe(text);
});

it.each([
  [1, "1st"],
  [22.4, "22nd"],
  [53, "53rd"],
  [11.2, "11th"],
  [99.6, "99.6th"],
  [0.4, "0.4th"],
  [100, "100th"],
])("writes percentile %d as %s", (value, text) => {
  expect(percentile(value)).toBe(`${text} percentile`);
});

it("rounds a rate half away from zero", () => {
  expect(formatValue(figure("per 90", 0.495))).toBe("0.50 per 90");
  expect(formatValue(figure("per 90", 0.0309))).toBe("0.03 per 90");
  expect(formatValue(figure("per 90", 0))).toBe("0.00 per 90");
});

it("signs a change of value, and tells past from future", () => {
  expect(formatValue(figure("percent", 118.2, "value.change_36m"))).toBe("+118.2%");
  expect(formatValue(figure("percent", 33.3, "value.share_of_highest"))).toBe("33.3%");
  expect(formatValue(figure("months", 19, "contract.months_left"))).toBe("19 months");
  expect(formatValue(figure("months", -1, "contract.months_left"))).toBe("expired 1 month ago");
  expect(formatValue(figure("years", -1, "peak.distance"))).toBe("1 year before peak age");
  expect(formatValue(figure("years", 0, "peak.distance"))).toBe("at peak age");
  expect(formatValue(figure("years", 2, "peak.distance"))).toBe("2 years after peak age");
  expect(formatValue(figure("text", "free_agent", "status"))).toBe("Free agent");
});

it("prefers the period to the date", () => {
  expect(periodOf(item({ period: "2025/26", as_of: "2026-06-30" }))).toBe("2025/26");
  expect(periodOf(item({ as_of: "2026-06-30" }))).toBe("30 Jun 2026");
  expect(periodOf(item({}))).toBeUndefined();
});

it("states a cohort's size, league, season, minutes and exclusions", () => {
  const season: Cohort = {
    definition: "attackers with at least 900 minutes in 2025/26",
    scope: "position",
    position: "Attack",
    league: null,
    period: "2025/26",
    size: 1234,
    left_out: 9,
  };
  expect(comparedWith(season)).toBe(
    "vs 1,234 attackers, 2025/26, 900+ minutes; 9 without the minutes or the figure excluded",
  );
  expect(comparedWith({ ...season, scope: "league", league: "LaLiga", left_out: 0 })).toBe(
    "vs 1,234 attackers, LaLiga, 2025/26, 900+ minutes",
  );
  const age: Cohort = {
    ...season,
    definition: "attackers born within two years of the player",
    scope: "age",
    period: null,
  };
  expect(comparedWith(age)).toBe(
    "vs 1,234 attackers born within two years of the player; 9 without a value excluded",
  );
});
