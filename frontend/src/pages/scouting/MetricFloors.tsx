import { CloseButton, TextInput } from "@mantine/core";
import { useMetricsByKey } from "@/hooks/useMetrics";
import { MAX_METRICS } from "@/lib/brief";
import type { BriefErrors, BriefValues } from "@/lib/brief";
import { MetricSelect } from "@/pages/players/MetricSelect";
import classes from "./MetricFloors.module.css";

interface Props {
  floors: BriefValues["metrics"];
  errors: BriefErrors;
  onChange: (floors: BriefValues["metrics"]) => void;
}

const USUAL_FLOOR = "50";

/** Metrics, each with the lowest percentile that is accepted. */
export function MetricFloors({ floors, errors, onChange }: Props) {
  const metrics = useMetricsByKey();
  const chosen = floors.map(({ metric }) => metric);
  const offered = [...metrics.values()].filter(
    ({ key, better }) => better !== "neither" && !chosen.includes(key),
  );
  return (
    <fieldset className={classes.metrics}>
      <legend>Metrics, lowest percentile</legend>
      {floors.map(({ metric, percentile }, index) => {
        const name = metrics.get(metric)?.label ?? metric;
        const path = `metrics.${String(index)}`;
        return (
          <div key={metric} className={classes.floor}>
            <span className={classes.name}>{name}</span>
            <TextInput
              aria-label={`${name}, lowest percentile`}
              inputMode="numeric"
              autoComplete="off"
              value={percentile}
              error={errors[`${path}.percentile`] ?? errors[`${path}.metric`]}
              onChange={(event) => {
                onChange(floors.with(index, { metric, percentile: event.currentTarget.value }));
              }}
            />
            <CloseButton
              aria-label={`Remove ${name}`}
              onClick={() => {
                onChange(floors.toSpliced(index, 1));
              }}
            />
          </div>
        );
      })}
      {floors.length < MAX_METRICS && (
        <MetricSelect
          size="sm"
          label="Add metric"
          metrics={offered}
          isLoading={metrics.size === 0}
          onSelect={(metric) => {
            onChange([...floors, { metric, percentile: USUAL_FLOOR }]);
          }}
        />
      )}
    </fieldset>
  );
}
