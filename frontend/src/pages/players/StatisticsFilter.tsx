import { useState } from "react";
import { useMetricsByKey } from "@/hooks/useMetrics";
import { figureId, usualForm } from "@/lib/figures";
import type { Figure } from "@/lib/figures";
import { MAX_MINUTES } from "@/lib/playerSearch";
import type { PlayerSearch } from "@/lib/playerSearch";
import { parseStatFilter, writeStatFilter } from "@/lib/statFilter";
import type { StatFilter } from "@/lib/statFilter";
import { MetricFilter } from "./MetricFilter";
import { MetricSelect } from "./MetricSelect";
import { RangeFilter } from "./RangeFilter";
import { SeasonSelect } from "./SeasonSelect";
import type { ChangeSearch } from "./usePlayerSearch";
import classes from "./StatisticsFilter.module.css";

interface Props {
  search: PlayerSearch;
  change: ChangeSearch;
}

/** The season of the statistics, and what they must be. */
export function StatisticsFilter({ search, change }: Props) {
  return (
    <section className={classes.statistics} aria-label="Statistics">
      <SeasonSelect search={search} change={change} />
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

/** The filters in the address, then those that have no range yet. */
function MetricFilters({ search, change }: Props) {
  const metrics = useMetricsByKey();
  const [drafts, setDrafts] = useState<Figure[]>([]);
  const texts = search.stat ?? [];
  const filters = texts.flatMap((text) => parseStatFilter(text) ?? []);

  const replace = (index: number, next: StatFilter | undefined) => {
    const changed = texts.flatMap((text, at) => {
      if (at !== index) return [text];
      return next ? [writeStatFilter(next)] : [];
    });
    change({ stat: nonEmpty(changed) });
  };
  const dropDraft = (index: number) => {
    setDrafts(drafts.filter((_, at) => at !== index));
  };

  return (
    <>
      {filters.map((filter, index) => (
        <MetricFilter
          key={`${String(index)} ${figureId(filter)}`}
          filter={filter}
          onForm={(form) => {
            // Another figure has other numbers.
            replace(index, undefined);
            setDrafts([...drafts, { ...filter, form }]);
          }}
          onRange={(low, high) => {
            const isEmpty = low === undefined && high === undefined;
            replace(index, isEmpty ? undefined : { ...filter, low, high });
            if (isEmpty) setDrafts([...drafts, filter]);
          }}
          onRemove={() => {
            replace(index, undefined);
          }}
        />
      ))}
      {drafts.map((draft, index) => (
        <MetricFilter
          key={`draft ${String(index)} ${figureId(draft)}`}
          filter={{ ...draft, low: undefined, high: undefined }}
          onForm={(form) => {
            setDrafts(drafts.map((other, at) => (at === index ? { ...draft, form } : other)));
          }}
          onRange={(low, high) => {
            dropDraft(index);
            change({ stat: nonEmpty([...texts, writeStatFilter({ ...draft, low, high })]) });
          }}
          onRemove={() => {
            dropDraft(index);
          }}
        />
      ))}
      <MetricSelect
        season={search.season}
        onSelect={(key) => {
          const metric = metrics.get(key);
          if (metric) setDrafts([...drafts, { metric: key, form: usualForm(metric) }]);
        }}
      />
    </>
  );
}

const nonEmpty = (texts: string[]) => {
  const [first, ...rest] = texts;
  return first === undefined ? undefined : ([first, ...rest] as [string, ...string[]]);
};
