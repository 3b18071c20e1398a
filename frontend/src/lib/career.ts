import type { Basis, Figures, Form, Metric } from "./metrics";
import { figureText, formOf, isDerived } from "./metrics";

/** A season of one provider's statistics. */
export interface Season {
  id: number;
  provider: string;
  provider_label: string;
  span: "season" | "year";
  year: number;
  label: string;
  as_of: string | null;
}

/** The statistics of one competition and club. */
export interface Line {
  competition: string | null;
  club: string | null;
  games: number | null;
  minutes: number | null;
  stats: Record<string, Figures>;
}

/** A player's season: figures over all its lines. */
export interface PlayerSeason {
  season: Season;
  /** How many metrics have a percentile. */
  ranked: number;
  stats: Record<string, Figures>;
  lines: Line[];
}

export interface Column {
  metric: Metric;
  form: Form;
}

export interface Cell {
  text: string;
  derived: boolean;
}

export const columnsOf = (metrics: readonly Metric[], basis: Basis): Column[] =>
  metrics.map((metric) => ({ metric, form: formOf(metric, basis) }));

export function cellsOf(stats: Record<string, Figures>, columns: readonly Column[]): Cell[] {
  return columns.map(({ metric, form }) => {
    const figures = stats[metric.key];
    return {
      text: figureText(metric, figures, form),
      derived: figures !== undefined && isDerived(figures, form),
    };
  });
}

/** A line's figures by metric; games and minutes are fields of their own. */
export function statsOfLine({ games, minutes, stats }: Line): Record<string, Figures> {
  return {
    ...stats,
    games: { value: games, per_90: null },
    minutes: { value: minutes, per_90: null },
  };
}

/** The metrics with a figure in any of the seasons or their lines. */
export function metricsWithFigures<T extends { key: string }>(
  seasons: readonly PlayerSeason[],
  metrics: readonly T[],
): T[] {
  const known = new Set(
    seasons.flatMap(({ stats, lines }) => [
      ...Object.keys(stats),
      ...lines.flatMap((line) => Object.keys(line.stats)),
    ]),
  );
  return metrics.filter(({ key }) => known.has(key));
}

/** The providers of the seasons, each once, in the order of the seasons. */
export function providersOf(seasons: readonly PlayerSeason[]) {
  const labels = new Map(seasons.map(({ season }) => [season.provider, season.provider_label]));
  return [...labels].map(([key, label]) => ({ key, label }));
}

/** The clubs of a season and then its competitions, each once. */
export function playedFor({ lines }: PlayerSeason): { clubs: string; competitions: string } {
  const names = (of: "club" | "competition") =>
    [...new Set(lines.flatMap((line) => line[of] ?? []))].join(", ");
  return { clubs: names("club"), competitions: names("competition") };
}

/**
 * The totals over seasons, where they add up: of one provider, and either seasons or calendar
 * years. A figure that is missing in one of them is missing in the total.
 */
export function totalOf(
  seasons: readonly PlayerSeason[],
  columns: readonly Column[],
): Record<string, Figures> | undefined {
  const kinds = new Set(seasons.map(({ season }) => `${season.provider} ${season.span}`));
  if (seasons.length < 2 || kinds.size > 1) return undefined;
  const totals = columns.flatMap(({ metric, form }) => {
    if (metric.storage !== "total" || form !== "value") return [];
    const values = seasons.flatMap(({ stats }) => stats[metric.key]?.value ?? []);
    const value = values.length < seasons.length ? null : values.reduce((a, b) => a + b, 0);
    const derived = seasons.some(({ stats }) => {
      const figures = stats[metric.key];
      return figures && isDerived(figures, "value");
    });
    return [[metric.key, { value, per_90: null, derived: derived ? "value" : null }] as const];
  });
  return totals.length > 0 ? Object.fromEntries(totals) : undefined;
}

/** The season whose percentiles are shown first: the latest with any, with most metrics. */
export function bestRanked(seasons: readonly PlayerSeason[]): Season | undefined {
  const ranked = seasons.filter((season) => season.ranked > 0);
  const latest = Math.max(...ranked.map(({ season }) => season.year));
  const candidates = ranked.filter(({ season }) => season.year === latest);
  const best = candidates.reduce<PlayerSeason | undefined>(
    (found, season) => (found && found.ranked >= season.ranked ? found : season),
    undefined,
  );
  return (best ?? seasons[0])?.season;
}

/** The date of each provider's data, the newest where seasons differ; null if none states it. */
export function dataDates(seasons: readonly PlayerSeason[]) {
  return providersOf(seasons).map(({ key, label }) => {
    const days = seasons.flatMap(({ season }) =>
      season.provider === key && season.as_of ? [season.as_of] : [],
    );
    return { provider: label, day: days.sort().at(-1) ?? null };
  });
}

/** 2018 as 2018/19. */
export const seasonName = (year: number) => `${String(year)}/${String(year + 1).slice(2)}`;

/** Whether a player's last season is before the one that precedes the newest of the data. */
export const isNotSeenRecently = (lastSeason: number, newestSeason: number) =>
  lastSeason < newestSeason - 1;
