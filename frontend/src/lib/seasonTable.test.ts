import { expect, it } from "vitest";
import { byId } from "./evidence";
import type { Evidence } from "./evidence";
import { COLUMNS, seasonTable } from "./seasonTable";

const item = (
  id: string,
  value: number,
  period: string | null,
  unit: Evidence["unit"] = "count",
) => ({
  id,
  label: id,
  unit,
  value,
  period,
  as_of: null,
  source: "seasons" as const,
  cohort: null,
  note: null,
});

it("lists the seasons, newest first, and their total", () => {
  const table = seasonTable(
    byId([
      item("season.2024.games", 10, "2024/25"),
      item("season.2024.minutes", 402, "2024/25", "minutes"),
      item("season.2025.games", 34, "2025/26"),
      item("season.2025.minutes", 2909, "2025/26", "minutes"),
      item("season.2025.goals_per_90", 0.8044, "2025/26", "per 90"),
      item("season.2025.goals_per_90.position", 93.7, "2025/26", "percentile"),
      item("career.games", 44, null),
      item("career.minutes", 3311, null, "minutes"),
    ]),
  );
  expect(COLUMNS.map(({ name }) => name)).toEqual([
    "Games",
    "Minutes",
    "Goals",
    "Assists",
    "Yellow cards",
    "Red cards",
    "Goals per 90",
    "Assists per 90",
  ]);
  expect(table).toEqual({
    span: "Season",
    rows: [
      { period: "2025/26", cells: ["34", "2,909", "—", "—", "—", "—", "0.80", "—"] },
      { period: "2024/25", cells: ["10", "402", "—", "—", "—", "—", "—", "—"] },
    ],
    total: { period: "Total", cells: ["44", "3,311", "—", "—", "—", "—", "", ""] },
  });
});

it("labels calendar years", () => {
  expect(seasonTable(byId([item("season.2025.games", 1, "2025")]))?.span).toBe("Year");
});

it("is undefined without seasons", () => {
  expect(seasonTable(byId([item("career.games", 0, null)]))).toBeUndefined();
});
