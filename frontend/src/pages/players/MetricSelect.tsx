import { Select } from "@mantine/core";
import type { ComboboxItem, OptionsFilter } from "@mantine/core";
import { useState } from "react";
import { groupMetrics, matchesMetric } from "@/lib/figures";
import type { Metric } from "@/lib/figures";
import classes from "./ValuesFilter.module.css";

interface Props {
  label: string;
  size: "xs" | "sm";
  /** Those that can be chosen. */
  metrics: readonly Metric[];
  isLoading: boolean;
  onSelect: (key: string) => void;
}

/** Adds one of many metrics, which are found by any part of their names. */
export function MetricSelect({ label, size, metrics, isLoading, onSelect }: Props) {
  const [text, setText] = useState("");
  const byKey = new Map(metrics.map((metric) => [metric.key, metric]));
  const matches = ({ value }: ComboboxItem, typed: string) => {
    const metric = byKey.get(value);
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
      size={size}
      label={label}
      placeholder="Goals, pass %, duels …"
      data={groupMetrics(metrics).map(({ name, metrics: of }) => ({
        group: name,
        items: of.map((metric) => ({ value: metric.key, label: metric.label })),
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
      nothingFoundMessage={isLoading ? "Loading" : "No matches"}
      withScrollArea={false}
      attributes={{ options: { tabIndex: -1 } }}
      classNames={{ options: classes.options }}
      comboboxProps={{ transitionProps: { duration: 0 }, withinPortal: false }}
    />
  );
}
