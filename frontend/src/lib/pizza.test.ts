import { expect, it } from "vitest";
import type { SeasonPercentiles } from "./percentiles";
import { INNER, OUTER, latestSeason, pizzaGroups, pizzaSlices, radiusOf } from "./pizza";
import type { Ranked } from "./pizza";

const row = (id: string, group: string, fields: Partial<Ranked> = {}): Ranked => ({
  id,
  label: id,
  shortLabel: id,
  group,
  headline: false,
  better: "higher",
  figure: "1",
  position: 50,
  league: undefined,
  size: undefined,
  ...fields,
});

const season = (rows: SeasonPercentiles["rows"], fields: Partial<SeasonPercentiles> = {}) => ({
  period: "2025/26",
  provider: "fbref",
  rows,
  position: {
    definition: "attackers",
    scope: "position" as const,
    position: "Attack",
    league: null,
    period: "2025/26",
    size: 134,
    left_out: 0,
  },
  league: undefined,
  notes: [],
  ...fields,
});

const ids = (groups: [string, Ranked[]][]) =>
  groups.map(([group, rows]) => [group, rows.map(({ id }) => id)]);

it("has every ranked metric that is good or bad, by group, the playing time last", () => {
  const rows = [
    row("minutes", "playing_time"),
    row("goals", "shooting"),
    row("touches", "passing", { better: "neither" }),
    { ...row("shots", "shooting"), position: undefined },
    row("fouls", "discipline", { better: "lower" }),
  ];
  expect(ids(pizzaGroups(season(rows)))).toEqual([
    ["shooting", ["goals"]],
    ["discipline", ["fouls"]],
    ["playing_time", ["minutes"]],
  ]);
});

it("chooses twelve of many: headlines first, and twice as many of the main group", () => {
  const many = (group: string) =>
    Array.from({ length: 9 }, (_, index) =>
      row(`${group} ${String(index)}`, group, { headline: index === 8 }),
    );
  const groups = pizzaGroups(season([...many("passing"), ...many("shooting"), ...many("duels")]));
  expect(groups.map(([group, rows]) => [group, rows.length])).toEqual([
    ["passing", 3],
    ["shooting", 6],
    ["duels", 3],
  ]);
  for (const [group, rows] of groups) {
    expect(rows.map(({ id }) => id)).toContain(`${group} 8`);
  }
});

it("is no chart with fewer than three metrics", () => {
  expect(pizzaGroups(season([row("goals", "shooting"), row("minutes", "playing_time")]))).toEqual(
    [],
  );
});

it("draws slices as long as their percentiles, with the numbers inside", () => {
  const slices = pizzaSlices([
    [
      "a",
      [
        row("top", "a", { position: 100 }),
        row("bottom", "a", { position: 0 }),
        row("low", "a", { position: 90, better: "lower" }),
      ],
    ],
  ]);
  expect([radiusOf(0), radiusOf(100)]).toEqual([INNER, OUTER]);
  expect(slices.map(({ heat }) => heat)).toEqual([5, 1, 1]);
  const distance = ({ x, y }: { x: number; y: number }) => Math.hypot(x, y);
  const [top, bottom] = slices.map(({ number }) => distance(number));
  expect(top).toBeCloseTo(OUTER - 4);
  expect(bottom).toBeGreaterThan(INNER);
  expect(slices[0]?.path).toBe(slices[0]?.whole);
  // Clockwise from the top: right, below, left.
  expect(slices.map(({ label }) => label.anchor)).toEqual(["start", "middle", "end"]);
  expect(slices[1]?.label.y).toBeGreaterThan(OUTER);
});

it("takes the latest season, and of several providers the one with most metrics", () => {
  const few = season([row("goals", "shooting")]);
  const many = season([row("goals", "shooting"), row("shots", "shooting")]);
  const earlier = season(many.rows.concat(many.rows), { period: "2024/25" });
  expect(latestSeason([earlier, few, many])).toBe(many);
  expect(latestSeason([])).toBeUndefined();
});
