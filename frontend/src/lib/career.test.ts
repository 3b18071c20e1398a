import { expect, it } from "vitest";
import {
  bestRanked,
  cellsOf,
  columnsOf,
  dataDates,
  isNotSeenRecently,
  metricsWithFigures,
  playedFor,
  providersOf,
  seasonName,
  statsOfLine,
  totalOf,
} from "./career";
import type { Line, PlayerSeason, Season } from "./career";
import type { Figures, Metric } from "./metrics";

const metric = (key: string, fields: Partial<Metric> = {}): Metric => ({
  key,
  label: key,
  short_label: key,
  group: "shooting",
  unit: "",
  storage: "total",
  denominator: "minutes",
  better: "higher",
  decimals: 0,
  ...fields,
});

const GOALS = metric("goals");
const MINUTES = metric("minutes", { denominator: null });
const ACCURACY = metric("accuracy", { storage: "percent", decimals: 1 });

const LABELS: Record<string, string> = { fbref: "FBref", wyscout: "Wyscout" };
let ids = 0;

function season(
  year: number,
  stats: Record<string, Figures> = {},
  fields: Partial<Season> & { ranked?: number; lines?: Line[] } = {},
): PlayerSeason {
  const { ranked = 0, lines = [], ...of } = fields;
  const provider = of.provider ?? "fbref";
  return {
    season: {
      id: ++ids,
      provider,
      provider_label: LABELS[provider] ?? provider,
      span: "season",
      year,
      label: seasonName(year),
      as_of: null,
      ...of,
    },
    ranked,
    stats,
    lines,
  };
}

const line = (competition: string | null, club: string | null): Line => ({
  competition,
  club,
  games: 3,
  minutes: 250,
  stats: { goals: { value: 2, per_90: null } },
});

const total = (value: number | null, derived: Figures["derived"] = null): Figures => ({
  value,
  per_90: null,
  derived,
});

it("has a column per metric, in the form that was asked for", () => {
  const columns = columnsOf([GOALS, ACCURACY], "per_90");
  expect(columns.map(({ form }) => form)).toEqual(["per_90", "value"]);
  const stats = { goals: { value: 9, per_90: 0.4, derived: "per_90" as const } };
  expect(cellsOf(stats, columns)).toEqual([
    { text: "0.40", derived: true },
    { text: "–", derived: false },
  ]);
  expect(cellsOf(stats, columnsOf([GOALS], "total"))).toEqual([{ text: "9", derived: false }]);
});

it("has the games and minutes of a line among its statistics", () => {
  const cells = cellsOf(statsOfLine(line("Cup", "Reds")), columnsOf([MINUTES, GOALS], "total"));
  expect(cells.map(({ text }) => text)).toEqual(["250", "2"]);
});

it("offers the metrics that have figures, in the order of the catalogue", () => {
  const seasons = [
    season(2025, {}, { lines: [line("Cup", "Reds")] }),
    season(2024, { minutes: total(90) }),
  ];
  const found = metricsWithFigures(seasons, [MINUTES, ACCURACY, GOALS]);
  expect(found.map(({ key }) => key)).toEqual(["minutes", "goals"]);
});

it("names each provider, club and competition once", () => {
  const lines = [line("League", "Reds"), line("Cup", "Reds"), line("League", null)];
  expect(playedFor(season(2025, {}, { lines }))).toEqual({
    clubs: "Reds",
    competitions: "League, Cup",
  });
  const seasons = [season(2025), season(2025, {}, { provider: "wyscout" }), season(2024)];
  expect(providersOf(seasons)).toEqual([
    { key: "fbref", label: "FBref" },
    { key: "wyscout", label: "Wyscout" },
  ]);
});

it("adds totals of one provider, and nothing else", () => {
  const columns = columnsOf([GOALS, MINUTES, ACCURACY], "total");
  const one = season(2025, { goals: total(3, "value"), minutes: total(900), accuracy: total(50) });
  const two = season(2024, { goals: total(4), accuracy: total(60) });
  expect(totalOf([one, two], columns)).toEqual({
    goals: total(7, "value"),
    minutes: total(null),
  });
  expect(totalOf([one], columns)).toBeUndefined();
  expect(totalOf([one, season(2023, {}, { provider: "wyscout" })], columns)).toBeUndefined();
  expect(totalOf([one, season(2023, {}, { span: "year" })], columns)).toBeUndefined();
  expect(totalOf([one, two], columnsOf([GOALS], "per_90"))).toBeUndefined();
});

it("shows first the percentiles of the latest season with any", () => {
  const few = season(2025, {}, { ranked: 5 });
  const many = season(2025, {}, { ranked: 60, provider: "wyscout" });
  const none = season(2026);
  const earlier = season(2024, {}, { ranked: 90 });
  expect(bestRanked([none, few, many, earlier])).toBe(many.season);
  expect(bestRanked([none])).toBe(none.season);
  expect(bestRanked([])).toBeUndefined();
});

it("dates the data of each provider by its newest file", () => {
  const seasons = [
    season(2025, {}, { as_of: "2026-05-30" }),
    season(2024, {}, { as_of: "2025-06-30" }),
    season(2025, {}, { provider: "wyscout" }),
  ];
  expect(dataDates(seasons)).toEqual([
    { provider: "FBref", day: "2026-05-30" },
    { provider: "Wyscout", day: null },
  ]);
});

it("knows who was not seen recently", () => {
  expect(seasonName(1999)).toBe("1999/00");
  expect(isNotSeenRecently(2023, 2024)).toBe(false);
  expect(isNotSeenRecently(2022, 2024)).toBe(true);
});
