import { useState } from "react";
import { useMetricsByKey } from "@/hooks/useMetrics";
import { useSeasonMetrics } from "@/hooks/useSeasons";
import { usualForm } from "@/lib/figures";
import type { Figure } from "@/lib/figures";
import { MAX_MINUTES } from "@/lib/playerSearch";
import type { PlayerSearch } from "@/lib/playerSearch";
import { parseStatFilter, writeStatFilter } from "@/lib/statFilter";
import type { StatFilter } from "@/lib/statFilter";
import { MetricFilter } from "./MetricFilter";
import { MetricSelect } from "./MetricSelect";
import { RangeFilter } from "./RangeFilter";
import { SeasonSelect } from "./SeasonSelect";
import { StatisticsError } from "./StatisticsError";
import type { ChangeSearch } from "./usePlayerSearch";
import classes from "./StatisticsFilter.module.css";

interface Props {
  search: PlayerSearch;
  change: ChangeSearch;
}

/** The season of the statistics, and what they must be. */
export function StatisticsFilter({ search, change }: Props) {
  return (
    <section className={classes.statistics} aria-label="Statistics filters">
      <SeasonSelect search={search} change={change} />
      <StatisticsError season={search.season} />
      {search.season !== undefined && (
        <>
          <RangeFilter
            legend="Minutes"
            sides="from"
            from={search.minutes_min}
            to={undefined}
            parse={parseMinutes}
            format={String}
            hint={`Enter a whole number from 0 to ${String(MAX_MINUTES)}.`}
            onChange={(minutes_min) => {
              change({ minutes_min });
            }}
          />
          <MetricFilters search={search} change={change} />
        </>
      )}
    </section>
  );
}

function parseMinutes(text: string): number | undefined {
  const minutes = /^\d+$/.test(text.trim()) ? Number(text) : undefined;
  return minutes !== undefined && minutes <= MAX_MINUTES ? minutes : undefined;
}

/** A filter that has no range yet, so that it is not in the address; `at` is its place. */
interface Draft extends Figure {
  at: number;
}

interface Row {
  filter: StatFilter;
  /** Of a metric that has several filters, which one this is. */
  occurrence: number;
  draft: Draft | undefined;
}

/** The filters of the address, and drafts in their places. */
function rowsOf(filters: readonly StatFilter[], drafts: readonly Draft[]): Row[] {
  const rows: Omit<Row, "occurrence">[] = filters.map((filter) => ({ filter, draft: undefined }));
  for (const draft of drafts) {
    const { metric, form } = draft;
    rows.splice(draft.at, 0, { filter: { metric, form, low: undefined, high: undefined }, draft });
  }
  return rows.map((row, index) => {
    const same = rows.slice(0, index).filter(({ filter }) => filter.metric === row.filter.metric);
    return { ...row, occurrence: same.length };
  });
}

/** Ranges of metrics. Each stays where it is while its figure or range changes. */
function MetricFilters({ search, change }: Props) {
  const metrics = useMetricsByKey();
  const { data: available } = useSeasonMetrics(search.season);
  const [drafts, setDrafts] = useState<Draft[]>([]);
  const filters = (search.stat ?? []).flatMap((text) => parseStatFilter(text) ?? []);
  const rows = rowsOf(filters, drafts);

  const store = (next: Row[]) => {
    const [first, ...rest] = next.flatMap(({ filter, draft }) =>
      draft ? [] : [writeStatFilter(filter)],
    );
    setDrafts(
      next.flatMap(({ filter, draft }, at) =>
        draft ? [{ metric: filter.metric, form: filter.form, at }] : [],
      ),
    );
    const stat: PlayerSearch["stat"] = first === undefined ? undefined : [first, ...rest];
    if (stat?.join(" ") !== search.stat?.join(" ")) change({ stat });
  };
  const asDraft = (figure: Figure, at: number): Row => ({
    filter: { ...figure, low: undefined, high: undefined },
    occurrence: 0,
    draft: { ...figure, at },
  });

  return (
    <>
      {rows.map((row, index) => {
        const { metric, form } = row.filter;
        return (
          <MetricFilter
            key={`${metric} ${String(row.occurrence)}`}
            filter={row.filter}
            onForm={(chosen) => {
              // Another figure has other numbers.
              store(rows.with(index, asDraft({ metric, form: chosen }, index)));
            }}
            onRange={(low, high) => {
              const isEmpty = low === undefined && high === undefined;
              const filter = { metric, form, low, high };
              const next = isEmpty
                ? asDraft({ metric, form }, index)
                : { ...row, filter, draft: undefined };
              store(rows.with(index, next));
            }}
            onRemove={() => {
              store(rows.toSpliced(index, 1));
            }}
          />
        );
      })}
      <MetricSelect
        size="xs"
        label="Add filter by metric"
        metrics={[...metrics.values()].filter(({ key }) => available?.has(key))}
        isLoading={!available || metrics.size === 0}
        onSelect={(key) => {
          const metric = metrics.get(key);
          if (!metric) return;
          store([...rows, asDraft({ metric: key, form: usualForm(metric) }, rows.length)]);
        }}
      />
    </>
  );
}
