import { NativeSelect, SegmentedControl } from "@mantine/core";
import { useMetricsByKey } from "@/hooks/useMetrics";
import { figureId, figureLabel } from "@/lib/figures";
import type { Figure } from "@/lib/figures";
import { effectiveSort } from "@/lib/playerSearch";
import type { PlayerSearch } from "@/lib/playerSearch";
import { CHOICES, startsDescending } from "./columns";
import type { ChangeSearch } from "./usePlayerSearch";
import classes from "./SortFields.module.css";

interface Props {
  search: PlayerSearch;
  change: ChangeSearch;
  stats: readonly Figure[];
}

/** The order of the list, where there are no headers to press. */
export function SortFields({ search, change, stats }: Props) {
  const metrics = useMetricsByKey();
  const sort = effectiveSort(search) ?? "";
  const name = sort.replace(/^-/, "");
  const choices = [
    ...CHOICES.map(({ id, name: label }) => ({ value: id, label })),
    ...stats.map((figure) => ({ value: figureId(figure), label: figureLabel(figure, metrics) })),
  ];
  return (
    <div className={classes.sort}>
      <NativeSelect
        size="xs"
        label="Sort by"
        value={name}
        data={[...(name ? [] : [{ value: "", label: "Best match" }]), ...choices]}
        onChange={(event) => {
          const id = event.currentTarget.value;
          change({ sort: startsDescending(id) ? `-${id}` : id });
        }}
      />
      {name && (
        <SegmentedControl
          aria-label="Order"
          value={sort.startsWith("-") ? "-" : ""}
          data={[
            { value: "-", label: "Descending" },
            { value: "", label: "Ascending" },
          ]}
          onChange={(sign) => {
            change({ sort: `${sign}${name}` });
          }}
        />
      )}
    </div>
  );
}
