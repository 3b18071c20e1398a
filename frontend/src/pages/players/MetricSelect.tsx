import { Select } from "@mantine/core";
import type { ComboboxItem, OptionsFilter } from "@mantine/core";
import { useState } from "react";
import { useMetricsByKey } from "@/hooks/useMetrics";
import { useSeasonMetrics } from "@/hooks/useSeasons";
import { groupMetrics, matchesMetric } from "@/lib/figures";
import classes from "./ValuesFilter.module.css";

interface Props {
  season: number | undefined;
  onSelect: (key: string) => void;
}

/** Adds a filter by one of the season's metrics. */
export function MetricSelect({ season, onSelect }: Props) {
  const metrics = useMetricsByKey();
  const { data: available } = useSeasonMetrics(season);
  const [text, setText] = useState("");
  const groups = groupMetrics([...metrics.values()].filter(({ key }) => available?.has(key)));
  const matches = ({ value }: ComboboxItem, typed: string) => {
    const metric = metrics.get(value);
    return metric !== undefined && matchesMetric(metric, typed.trim());
  };
  const filter: OptionsFilter = ({ options, search }) =>
    options
      .map((option) =>
        "group" in option
          ? { ...option, items: option.items.filter((item) => matches(item, search)) }
          : option,
      )
      .filter((option) => !("group" in option) || option.items.length > 0);
  return (
    <Select
      size="xs"
      label="Add filter by metric"
      placeholder="Goals, pass %, duels …"
      data={groups.map(({ name, metrics: of }) => ({
        group: name,
        items: of.map(({ key, label }) => ({ value: key, label })),
      }))}
      value={null}
      searchValue={text}
      onSearchChange={setText}
      onChange={(key) => {
        if (!key) return;
        setText("");
        onSelect(key);
      }}
      searchable
      filter={filter}
      nothingFoundMessage={available && metrics.size > 0 ? "No matches" : "Loading"}
      withScrollArea={false}
      attributes={{ options: { tabIndex: -1 } }}
      classNames={{ options: classes.options }}
      comboboxProps={{ transitionProps: { duration: 0 }, withinPortal: false }}
    />
  );
}
