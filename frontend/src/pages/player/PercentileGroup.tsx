import { Table } from "@mantine/core";
import { clsx } from "clsx";
import type { SeasonPercentiles } from "@/hooks/useCareer";
import type { Metric } from "@/hooks/useMetrics";
import { figureWithUnit, isDerived } from "@/lib/metrics";
import { grouped } from "@/lib/words";
import { PercentileFigure } from "@/components/PercentileFigure";
import classes from "./PercentileGroup.module.css";

type Row = Omit<SeasonPercentiles["metrics"][number], "metric"> & { metric: Metric };

interface Props {
  title: string;
  rows: Row[];
  /** Of the cohort of most metrics. */
  size: number;
}

/** The percentiles of the metrics of one group, as bars with their numbers. */
export function PercentileGroup({ title, rows, size }: Props) {
  return (
    <section className={classes.group}>
      <h3 className={classes.title}>{title}</h3>
      <Table className={classes.table}>
        <caption className="spoken">Percentiles: {title}</caption>
        <Table.Thead className="spoken">
          <Table.Tr>
            <Table.Th scope="col">Metric</Table.Th>
            <Table.Th scope="col">Figure</Table.Th>
            <Table.Th scope="col">Percentile</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <MetricRow key={row.metric.key} row={row} size={size} />
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function MetricRow({ row, size }: { row: Row; size: number }) {
  const { metric, compared, cohort, percentile: value } = row;
  const others = cohort && cohort.size !== size ? `vs ${grouped(cohort.size)}` : "";
  const notes = [metric.better === "lower" && "lower is better", others].filter(Boolean);
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {metric.label}{" "}
        {notes.length > 0 && <span className={classes.note}>{notes.join(", ")}</span>}
      </Table.Th>
      <Table.Td className={clsx(classes.figure, isDerived(row, compared) && classes.derived)}>
        {figureWithUnit(metric, row, compared)}
      </Table.Td>
      <Table.Td className={classes.percentile}>
        <PercentileFigure value={value} better={metric.better} />
      </Table.Td>
    </Table.Tr>
  );
}
