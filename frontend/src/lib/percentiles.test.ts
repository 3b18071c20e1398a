import { expect, it } from "vitest";
import type { Cohort, Evidence, MetricWords } from "./evidence";
import { mostCommon, rankedSeasons, seasonPercentiles } from "./percentiles";

const COHORT: Cohort = {
  definition: "attackers",
  scope: "position",
  position: "Attack",
  league: null,
  period: "2025/26",
  size: 134,
  left_out: 9,
};

function item(id: string, value: number | null, fields: Partial<Evidence> = {}): Evidence {
  const none = { period: "2025/26", as_of: null, cohort: null, note: null };
  return { id, label: id, unit: "percentile", value, source: "computed", ...none, ...fields };
}

const rank = (id: string, label: string, value: number | null, fields: Partial<Evidence> = {}) =>
  item(id, value, {
    label: `${label}, 2025/26: percentile by position`,
    cohort: COHORT,
    ...fields,
  });

const words = (group: string, better: MetricWords["better"] = "higher"): MetricWords => ({
  label: "Errors",
  short_label: "Err",
  group,
  better,
  decimals: 1,
  headline: false,
});

it("takes the latest season of an old report, by position and by league", () => {
  const [season, ...others] = seasonPercentiles({
    evidence: [
      rank("season.2024.goals_per_90.position", "Goals per 90", 10, { period: "2024/25" }),
      item("season.2025.goals_per_90", 0.804, { unit: "per 90" }),
      rank("season.2025.goals.position", "Goals", 95),
      rank("season.2025.goals_per_90.position", "Goals per 90", 93.7),
      rank("season.2025.goals_per_90.league", "Goals per 90", 90.1, {
        cohort: { ...COHORT, scope: "league" },
      }),
      rank("season.2025.red_cards_per_90.position", "Red cards per 90", 77.2),
      item("season.2026.minutes", 200, { unit: "minutes" }),
    ],
    metrics: {},
  });
  expect(others).toEqual([]);
  expect(season).toMatchObject({
    period: "2025/26",
    provider: null,
    position: COHORT,
    league: { scope: "league" },
    notes: [],
  });
  expect(season?.rows).toEqual([
    {
      id: "season.2025.goals_per_90.position",
      label: "Goals per 90",
      shortLabel: "Goals per 90",
      group: "",
      headline: false,
      better: "higher",
      figure: "0.80",
      position: 93.7,
      league: 90.1,
      size: undefined,
    },
    {
      id: "season.2025.red_cards_per_90.position",
      label: "Red cards per 90",
      shortLabel: "Red cards per 90",
      group: "",
      headline: false,
      better: "lower",
      figure: "",
      position: 77.2,
      league: undefined,
      size: undefined,
    },
  ]);
});

it("has every metric of the dossier, with the latest season of each provider", () => {
  const of = (metric: string, provider: string) => ({ metric, provider });
  const seasons = seasonPercentiles({
    evidence: [
      rank("season.2024.errors.position", "Errors", 20, of("errors", "transfermarkt")),
      rank("season.2025.errors.position", "Errors", 30, of("errors", "transfermarkt")),
      rank("fbref.2025.scans_per_90.position", "Scans per 90", 60, of("scans", "fbref")),
      rank("fbref.year.2023.scans_per_90.position", "Scans per 90", 9, of("scans", "fbref")),
    ],
    metrics: { errors: words("defending", "lower"), scans: words("passing", "neither") },
  });
  expect(seasons.map(({ provider, rows }) => [provider, rows])).toMatchObject([
    ["transfermarkt", [{ group: "defending", better: "lower", position: 30 }]],
    ["fbref", [{ label: "Scans per 90", group: "passing", better: "neither", position: 60 }]],
    ["fbref", [{ position: 9 }]],
  ]);
});

it("states the size where a figure is known of fewer players", () => {
  const smaller = { ...COHORT, size: 99 };
  const [season] = seasonPercentiles({
    evidence: [
      rank("season.2025.a_per_90.position", "A per 90", 1, { cohort: smaller }),
      rank("season.2025.b_per_90.position", "B per 90", 2),
      rank("season.2025.c_per_90.position", "C per 90", 3),
    ],
    metrics: {},
  });
  expect(season?.position).toEqual(COHORT);
  expect(season?.rows.map(({ size }) => size)).toEqual([99, undefined, undefined]);
  expect(mostCommon([null, smaller, null])).toBe(smaller);
  expect(mostCommon([null])).toBeUndefined();
});

it("says once why percentiles are missing", () => {
  const note = "Only 12 players to compare with; a percentile needs 30.";
  const [season] = seasonPercentiles({
    evidence: [
      rank("season.2025.minutes.position", "Minutes", null, { note }),
      rank("season.2025.goals_per_90.position", "Goals per 90", null, { note }),
    ],
    metrics: {},
  });
  expect(season?.notes).toEqual([note]);
  expect(season?.rows.map(({ position }) => position)).toEqual([undefined, undefined]);
});

it("leaves out the player to replace", () => {
  const id = "season.2025.goals_per_90.position";
  const seasons = seasonPercentiles({
    evidence: [rank(id, "Goals per 90", 80), rank(`replaced.${id}`, "Goals per 90", 20)],
    metrics: {},
  });
  expect(seasons.map(({ rows }) => rows.map(({ position }) => position))).toEqual([[80]]);
});

it("is empty without percentiles", () => {
  const minutes = item("season.2025.minutes", 40, { unit: "minutes" });
  expect(seasonPercentiles({ evidence: [minutes], metrics: {} })).toEqual([]);
});

it("passes over a season whose cohorts are all too small", () => {
  const evidence = [
    rank("season.2025.goals_per_90.position", "Goals per 90", 80, { metric: "goals" }),
    rank("season.2026.goals_per_90.position", "Goals per 90", null, {
      metric: "goals",
      period: "2026/27",
      note: "Only 10 players to compare with; a percentile needs 30.",
    }),
  ];
  const dossier = { evidence, metrics: { goals: words("shooting") } };
  expect(seasonPercentiles(dossier).map(({ period }) => period)).toEqual(["2026/27"]);
  expect(rankedSeasons(dossier).map(({ period }) => period)).toEqual(["2025/26"]);
  expect(rankedSeasons({ ...dossier, evidence: evidence.slice(1) })).toHaveLength(1);
});
