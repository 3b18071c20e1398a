import { expect, it } from "vitest";
import { byId } from "./evidence";
import type { Cohort, Evidence } from "./evidence";
import { seasonPercentiles } from "./percentiles";

const COHORT: Cohort = {
  definition: "attackers",
  scope: "position",
  position: "Attack",
  league: null,
  period: "2025/26",
  size: 134,
  left_out: 9,
};

function item(id: string, value: number | string | null, fields: Partial<Evidence> = {}): Evidence {
  const unit = typeof value === "string" ? "text" : "percentile";
  const none = { period: null, as_of: null, cohort: null, note: null };
  return { id, label: id, unit, value, source: "computed", ...none, ...fields };
}

const rank = (id: string, value: number | null, fields: Partial<Evidence> = {}) =>
  item(id, value, { period: "2025/26", cohort: COHORT, ...fields });

it("takes the latest season with percentiles, by position and by league", () => {
  const season = seasonPercentiles(
    byId([
      item("position", "Attack"),
      rank("season.2024.goals_per_90.position", 10, { period: "2024/25" }),
      item("season.2025.goals_per_90", 0.804, { unit: "per 90" }),
      rank("season.2025.goals_per_90.position", 93.7),
      rank("season.2025.goals_per_90.league", 90.1, { cohort: { ...COHORT, scope: "league" } }),
      rank("season.2025.red_cards_per_90.position", 77.2),
      item("season.2026.minutes", 200, { unit: "minutes" }),
    ]),
  );
  expect(season).toMatchObject({
    period: "2025/26",
    position: COHORT,
    league: { scope: "league" },
    notes: [],
  });
  expect(season?.rows).toEqual([
    {
      metric: "goals_per_90",
      label: "Goals per 90",
      fewerIsBetter: false,
      figure: "0.80",
      position: 93.7,
      league: 90.1,
    },
    {
      metric: "red_cards_per_90",
      label: "Red cards per 90",
      fewerIsBetter: true,
      figure: "",
      position: 77.2,
      league: undefined,
    },
  ]);
});

it("says once why percentiles are missing", () => {
  const note = "Only 12 players to compare with; a percentile needs 30.";
  const season = seasonPercentiles(
    byId([
      rank("season.2025.minutes.position", null, { note }),
      rank("season.2025.goals_per_90.position", null, { note }),
    ]),
  );
  expect(season?.notes).toEqual([note]);
  expect(season?.rows.map(({ position }) => position)).toEqual([undefined, undefined]);
});

it("leaves goals out for goalkeepers", () => {
  const season = seasonPercentiles(
    byId([
      item("position", "Goalkeeper"),
      rank("season.2025.minutes.position", 60),
      rank("season.2025.goals_per_90.position", 49),
    ]),
  );
  expect(season?.rows.map(({ metric }) => metric)).toEqual(["minutes"]);
});

it("is undefined without percentiles", () => {
  expect(seasonPercentiles(byId([item("season.2025.minutes", 40)]))).toBeUndefined();
});
