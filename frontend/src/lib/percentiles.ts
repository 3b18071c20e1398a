import { shown } from "./evidence";
import type { ById, Cohort, Evidence } from "./evidence";

/** A figure of a season and how it ranks; without a rank where the cohort is too small. */
export interface Rank {
  metric: string;
  label: string;
  fewerIsBetter: boolean;
  figure: string;
  position: number | undefined;
  league: number | undefined;
}

/** How one season compares. `notes` say why ranks are missing. */
export interface SeasonRanks {
  period: string;
  ranks: Rank[];
  position: Cohort | undefined;
  league: Cohort | undefined;
  notes: string[];
}

const LABELS = {
  minutes: "Minutes",
  goals_per_90: "Goals per 90",
  assists_per_90: "Assists per 90",
  yellow_cards_per_90: "Yellow cards per 90",
  red_cards_per_90: "Red cards per 90",
};
/** A goalkeeper is not measured by them. */
const ATTACKING = ["goals_per_90", "assists_per_90"];
const RANKED = /^season\.(\d+)\.\w+\.position$/;

const number = (item: Evidence | undefined) =>
  typeof item?.value === "number" ? item.value : undefined;

/** The ranks of the latest season that is compared; nothing where none is. */
export function seasonRanks(evidence: ById): SeasonRanks | undefined {
  const years = [...evidence.keys()].flatMap((id) => RANKED.exec(id)?.[1] ?? []).map(Number);
  if (years.length === 0) return undefined;
  const season = `season.${String(Math.max(...years))}`;
  const keeper = evidence.get("position")?.value === "Goalkeeper";
  const rows = Object.entries(LABELS).flatMap(([metric, label]) => {
    const position = evidence.get(`${season}.${metric}.position`);
    if (!position || (keeper && ATTACKING.includes(metric))) return [];
    const league = evidence.get(`${season}.${metric}.league`);
    return [{ metric, label, position, league, figure: evidence.get(`${season}.${metric}`) }];
  });
  const positions = rows.map(({ position }) => position);
  const notes = positions.flatMap(({ value, note }) => (value === null && note ? [note] : []));
  return {
    period: positions[0]?.period ?? "",
    ranks: rows.map(({ metric, label, position, league, figure }) => ({
      metric,
      label,
      fewerIsBetter: metric.includes("cards"),
      figure: figure ? shown(figure).replace(/ (per 90|minutes?)$/, "") : "",
      position: number(position),
      league: number(league),
    })),
    position: positions.find(({ cohort }) => cohort)?.cohort ?? undefined,
    league: rows.find(({ league }) => league?.cohort)?.league?.cohort ?? undefined,
    notes: [...new Set(notes)],
  };
}
