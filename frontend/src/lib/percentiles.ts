import { betterOf, byId, figureOf, isRate, isReplaced, metricOf, nameOf } from "./evidence";
import type { Cohort, Dossier, Evidence, MetricWords } from "./evidence";

/** A season's figure with its percentiles; undefined where the cohort is too small. */
export interface PercentileRow {
  id: string;
  label: string;
  /** For a chart: `Goals/90`; the label in old reports. */
  shortLabel: string;
  /** Of metrics; empty in old reports. */
  group: string;
  /** Whether it sums up a career. */
  headline: boolean;
  better: MetricWords["better"];
  figure: string;
  position: number | undefined;
  league: number | undefined;
  /** How many players it is compared with, where that is not the size of the cohort. */
  size: number | undefined;
}

/** The percentiles of one season. `notes` say why some are missing. */
export interface SeasonPercentiles {
  period: string;
  /** Null in old reports. */
  provider: string | null;
  rows: PercentileRow[];
  position: Cohort | undefined;
  league: Cohort | undefined;
  notes: string[];
}

// `season.2025.goals_per_90.position` of the main provider, `fbref.2025.goals_per_90.position` of
// another one.
const PERCENTILE_ID = /^([\w.]+)\.(\d+)\.(\w+)\.position$/;

const number = (item: Evidence | undefined) =>
  typeof item?.value === "number" ? item.value : undefined;

interface Ranked {
  source: string;
  year: number;
  name: string;
  position: Evidence;
}

/** The percentiles of each provider's latest season that has any, the main provider first. */
export function seasonPercentiles(dossier: Dossier): SeasonPercentiles[] {
  return latestOf(dossier, percentileItems(dossier));
}

/** The same, passing over seasons in which every cohort is too small. */
export function rankedSeasons(dossier: Dossier): SeasonPercentiles[] {
  const items = percentileItems(dossier);
  const ranked = new Set(
    items.flatMap(({ source, year, position }) =>
      position.value === null ? [] : [`${source}.${String(year)}`],
    ),
  );
  const inRanked = items.filter(({ source, year }) => ranked.has(`${source}.${String(year)}`));
  return latestOf(dossier, inRanked.length ? inRanked : items);
}

function percentileItems(dossier: Dossier): Ranked[] {
  return dossier.evidence.flatMap((position): Ranked[] => {
    const [, source, year, name] = PERCENTILE_ID.exec(position.id) ?? [];
    if (!source || !year || !name || isReplaced(position.id)) return [];
    // Old reports have a percentile of each total as well, which says the same as its rate.
    const isOld = !position.metric;
    return isOld && name !== "minutes" && !isRate(name)
      ? []
      : [{ source, year: Number(year), name, position }];
  });
}

function latestOf(dossier: Dossier, ranked: readonly Ranked[]): SeasonPercentiles[] {
  const sources = [...new Set(ranked.map(({ source }) => source))];
  return sources.map((source) => {
    const ofSource = ranked.filter((item) => item.source === source);
    const latest = Math.max(...ofSource.map(({ year }) => year));
    return ofSeason(
      dossier,
      ofSource.filter(({ year }) => year === latest),
    );
  });
}

function ofSeason(dossier: Dossier, ranked: readonly Ranked[]): SeasonPercentiles {
  const evidence = byId(dossier.evidence);
  const found = ranked.map(({ source, year, name, position }) => {
    const id = `${source}.${String(year)}.${name}`;
    return { name, position, league: evidence.get(`${id}.league`), figure: evidence.get(id) };
  });
  const cohort = mostCommon(found.map(({ position }) => position.cohort));
  const notes = found.flatMap(({ position: { value, note } }) =>
    value === null && note ? [note] : [],
  );
  return {
    period: found[0]?.position.period ?? "",
    provider: found[0]?.position.provider ?? null,
    rows: found.map(({ name, position, league, figure }) => ({
      id: position.id,
      label: nameOf(position),
      shortLabel: shortLabel(dossier, name) ?? nameOf(position),
      group: dossier.metrics[metricOf(name)]?.group ?? "",
      headline: dossier.metrics[metricOf(name)]?.headline ?? false,
      better: betterOf(dossier, name),
      figure: figure ? figureOf(dossier, name, figure) : "",
      position: number(position),
      league: number(league),
      size: position.cohort?.size === cohort?.size ? undefined : position.cohort?.size,
    })),
    position: cohort,
    league: mostCommon(found.map(({ league }) => league?.cohort ?? null)),
    notes: [...new Set(notes)],
  };
}

function shortLabel({ metrics }: Dossier, name: string): string | undefined {
  const label = metrics[metricOf(name)]?.short_label;
  return label && (isRate(name) ? `${label}/90` : label);
}

/** The cohort of most metrics: some are known of fewer players. */
export function mostCommon<T extends { size: number }>(
  cohorts: readonly (T | null)[],
): T | undefined {
  const counts = new Map<number, { cohort: T; count: number }>();
  for (const cohort of cohorts) {
    if (!cohort) continue;
    const count = (counts.get(cohort.size)?.count ?? 0) + 1;
    counts.set(cohort.size, { cohort: counts.get(cohort.size)?.cohort ?? cohort, count });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.cohort;
}
