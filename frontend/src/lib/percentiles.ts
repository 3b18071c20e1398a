import { formatValue } from "./evidence";
import type { ById, Cohort, Evidence } from "./evidence";

/** A season's figure with its percentiles; undefined where the cohort is too small. */
export interface PercentileRow {
  metric: string;
  label: string;
  fewerIsBetter: boolean;
  figure: string;
  position: number | undefined;
  league: number | undefined;
}

/** The percentiles of one season. `notes` say why some are missing. */
export interface SeasonPercentiles {
  period: string;
  rows: PercentileRow[];
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
/** Not meaningful for goalkeepers. */
const ATTACKING = ["goals_per_90", "assists_per_90"];
const PERCENTILE_ID = /^season\.(\d+)\.\w+\.position$/;

const number = (item: Evidence | undefined) =>
  typeof item?.value === "number" ? item.value : undefined;

/** The percentiles of the latest season that has any. */
export function seasonPercentiles(evidence: ById): SeasonPercentiles | undefined {
  const years = [...evidence.keys()].flatMap((id) => PERCENTILE_ID.exec(id)?.[1] ?? []).map(Number);
  if (years.length === 0) return undefined;
  const season = `season.${String(Math.max(...years))}`;
  const goalkeeper = evidence.get("position")?.value === "Goalkeeper";
  const found = Object.entries(LABELS).flatMap(([metric, label]) => {
    const position = evidence.get(`${season}.${metric}.position`);
    if (!position || (goalkeeper && ATTACKING.includes(metric))) return [];
    const league = evidence.get(`${season}.${metric}.league`);
    return [{ metric, label, position, league, figure: evidence.get(`${season}.${metric}`) }];
  });
  const positions = found.map(({ position }) => position);
  const notes = positions.flatMap(({ value, note }) => (value === null && note ? [note] : []));
  return {
    period: positions[0]?.period ?? "",
    rows: found.map(({ metric, label, position, league, figure }) => ({
      metric,
      label,
      fewerIsBetter: metric.includes("cards"),
      figure: figure ? formatValue(figure).replace(/ (per 90|minutes?)$/, "") : "",
      position: number(position),
      league: number(league),
    })),
    position: positions.find(({ cohort }) => cohort)?.cohort ?? undefined,
    league: found.find(({ league }) => league?.cohort)?.league?.cohort ?? undefined,
    notes: [...new Set(notes)],
  };
}
