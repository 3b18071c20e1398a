import { CloseButton, NativeSelect } from "@mantine/core";
import { useMetricsByKey } from "@/hooks/useMetrics";
import { FORM_LABELS, figureLabel, formLabel, formsOf } from "@/lib/figures";
import type { Form } from "@/lib/figures";
import { parseStat, statHint } from "@/lib/statFilter";
import type { StatFilter } from "@/lib/statFilter";
import { RangeFilter } from "./RangeFilter";
import classes from "./MetricFilter.module.css";

interface Props {
  filter: StatFilter;
  onForm: (form: Form) => void;
  onRange: (low: number | undefined, high: number | undefined) => void;
  onRemove: () => void;
}

/** A metric, which of its figures, and its range. */
export function MetricFilter({ filter, onForm, onRange, onRemove }: Props) {
  const { metric: key, form, low, high } = filter;
  const metrics = useMetricsByKey();
  const metric = metrics.get(key);
  const name = metric?.label ?? key;
  const forms = metric ? formsOf(metric) : [form];
  return (
    <div className={classes.filter}>
      <div className={classes.head}>
        <span className={classes.name} title={name}>
          {name}
        </span>
        <CloseButton size="sm" aria-label={`Remove ${name}`} onClick={onRemove} />
      </div>
      <NativeSelect
        size="xs"
        aria-label={`Figure of ${name}`}
        value={form}
        data={forms.map((value) => ({
          value,
          label: metric ? formLabel(value, metric) : FORM_LABELS[value],
        }))}
        onChange={(event) => {
          const chosen = forms.find((value) => value === event.currentTarget.value);
          if (chosen) onForm(chosen);
        }}
      />
      <RangeFilter
        key={form}
        legend={figureLabel(filter, metrics)}
        hideLegend
        from={low}
        to={high}
        parse={(text) => parseStat(text, form)}
        format={(value) => String(value).replace("-", "−")}
        hint={statHint(form)}
        onChange={onRange}
      />
    </div>
  );
}
