import { TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useMetricsByKey } from "@/hooks/useMetrics";
import { useSeasonMetrics, useSeasons } from "@/hooks/useSeasons";
import {
  FORMS,
  FORM_LABELS,
  figureId,
  figureLabel,
  formsOf,
  groupMetrics,
  matchesMetric,
} from "@/lib/figures";
import type { Figure, Metric, MetricGroup } from "@/lib/figures";
import type { PlayerSearch } from "@/lib/playerSearch";
import { providerSeason } from "@/lib/seasons";
import { grouped } from "@/lib/words";
import { SeasonSelect } from "./SeasonSelect";
import { StatisticsError } from "./StatisticsError";
import { MAX_STAT_COLUMNS, useColumns } from "./useColumns";
import type { ChangeSearch } from "./usePlayerSearch";
import classes from "./MetricColumns.module.css";

interface Props {
  search: PlayerSearch;
  change: ChangeSearch;
}

/** Figures of metrics to show as columns, by group; the first one chosen brings a season. */
export function MetricColumns({ search, change }: Props) {
  const { chosenStats, showStat } = useColumns(search.season);
  const metrics = useMetricsByKey();
  const { data: seasons } = useSeasons();
  const season = search.season ?? seasons?.[0]?.id;
  const { data: available } = useSeasonMetrics(season);
  const [text, setText] = useState("");

  if (seasons?.length === 0) {
    return (
      <section aria-label="Columns of statistics">
        <h3 className={classes.heading}>Statistics</h3>
        <p className="quiet">Import a file of statistics to show them as columns.</p>
      </section>
    );
  }
  const known = [...metrics.values()].filter(({ key }) => available?.has(key));
  const groups = groupMetrics(known.filter((metric) => matchesMetric(metric, text.trim())));
  const chosen = new Set(chosenStats.map(figureId));
  const shownSeason = seasons?.find(({ id }) => id === season);
  const missing = metrics.size - known.length;

  const toggle = (figure: Figure, shown: boolean) => {
    showStat(figure, shown);
    if (shown && search.season === undefined && season !== undefined) change({ season });
  };

  return (
    <section aria-label="Columns of statistics">
      <h3 className={classes.heading}>Statistics</h3>
      <div className={classes.controls}>
        <SeasonSelect search={search} change={change} />
        <TextInput
          size="xs"
          type="search"
          label="Find metrics"
          placeholder="Goals, pass %, duels …"
          autoComplete="off"
          leftSection={<IconSearch size={14} aria-hidden="true" />}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
      </div>
      {chosenStats.length >= MAX_STAT_COLUMNS && (
        <p role="status">{MAX_STAT_COLUMNS} columns of statistics at most. Remove one first.</p>
      )}
      <StatisticsError season={season} />
      <div className={classes.groups}>
        {groups.map((group) => (
          <Group
            // A search opens the groups that have a match.
            key={`${group.name} ${String(text !== "")}`}
            group={group}
            open={text !== ""}
            chosen={chosen}
            full={chosenStats.length >= MAX_STAT_COLUMNS}
            onToggle={toggle}
          />
        ))}
        {available && metrics.size > 0 && groups.length === 0 && (
          <p className="quiet">No matches</p>
        )}
      </div>
      {available && shownSeason && missing > 0 && (
        <p className={classes.note}>
          {grouped(known.length)} of {grouped(metrics.size)} metrics have data in{" "}
          {providerSeason(shownSeason)}.
        </p>
      )}
    </section>
  );
}

interface GroupProps {
  group: MetricGroup;
  open: boolean;
  chosen: ReadonlySet<string>;
  full: boolean;
  onToggle: (figure: Figure, shown: boolean) => void;
}

function Group({ group: { name, metrics }, open, ...rows }: GroupProps) {
  const [opened, setOpened] = useState(open);
  return (
    <details
      open={opened}
      onToggle={(event) => {
        setOpened(event.currentTarget.open);
      }}
    >
      <summary>
        {name} <span className="quiet">{metrics.length}</span>
      </summary>
      {opened && (
        <table className={classes.metrics}>
          <thead>
            <tr>
              <th scope="col">Metric</th>
              {FORMS.map((form) => (
                <th key={form} scope="col">
                  {FORM_LABELS[form]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {metrics.map((metric) => (
              <MetricRow key={metric.key} metric={metric} {...rows} />
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}

type RowProps = Omit<GroupProps, "group" | "open"> & { metric: Metric };

function MetricRow({ metric, chosen, full, onToggle }: RowProps) {
  const metrics = useMetricsByKey();
  const forms = formsOf(metric);
  return (
    <tr>
      <th scope="row">{metric.label}</th>
      {FORMS.map((form) => {
        const figure = { metric: metric.key, form };
        const shown = chosen.has(figureId(figure));
        return (
          <td key={form}>
            {forms.includes(form) && (
              <label className={classes.choice}>
                <input
                  type="checkbox"
                  aria-label={figureLabel(figure, metrics)}
                  checked={shown}
                  disabled={full && !shown}
                  onChange={(event) => {
                    onToggle(figure, event.currentTarget.checked);
                  }}
                />
              </label>
            )}
          </td>
        );
      })}
    </tr>
  );
}
