import { Button, Table } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChartLine, IconTable } from "@tabler/icons-react";
import { day } from "@/lib/dates";
import { comparedWith, decimal, percentile } from "@/lib/evidence";
import type { ById, Evidence } from "@/lib/evidence";
import { money } from "@/lib/money";
import { valueChanges } from "@/lib/valueHistory";
import type { ValueHistory } from "@/lib/valueHistory";
import { plural } from "@/lib/words";
import { PercentileBar } from "./PercentileTable";
import { ValueChart } from "./ValueChart";
import classes from "./MarketValue.module.css";

interface Props {
  evidence: ById;
  history: ValueHistory;
}

/** The market value over time as a chart or a table, its changes, and its percentile. */
export function MarketValue({ evidence, history }: Props) {
  const changes = valueChanges(evidence);
  const rank = evidence.get("value.percentile");
  return (
    <>
      <History history={history} />
      {changes.length > 0 && (
        <dl className={classes.changes}>
          {changes.map(({ from, to, percent }) => (
            <div key={from.day}>
              <dt>
                {day(from.day)} – {day(to.day)}
              </dt>
              <dd>
                {percent > 0 && "+"}
                {decimal(percent)}%{" "}
                <span className="quiet">
                  ({money(from.value)} → {money(to.value)})
                </span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {rank && <ValuePercentile rank={rank} />}
    </>
  );
}

function History({ history }: { history: ValueHistory }) {
  const { points, current } = history;
  const [asTable, { toggle }] = useDisclosure(false);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return <p className="quiet">No market value</p>;
  if (points.length === 1) {
    return (
      <p>
        <strong>{money(first.value)}</strong>{" "}
        <span className="quiet">on {day(first.day)}; no earlier value</span>
      </p>
    );
  }
  return (
    <>
      {asTable ? <ValueTable history={history} /> : <ValueChart history={history} />}
      <div className={classes.caption}>
        <p>
          {plural(points.length, "value")}, {day(first.day)} – {day(last.day)}
          {current && `; current ${money(current.value)}`}
        </p>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={
            asTable ? (
              <IconChartLine size={15} aria-hidden="true" />
            ) : (
              <IconTable size={15} aria-hidden="true" />
            )
          }
          onClick={toggle}
        >
          {asTable ? "Show chart" : "Show table"}
        </Button>
      </div>
    </>
  );
}

function ValueTable({ history }: { history: ValueHistory }) {
  return (
    <Table className={classes.table}>
      <caption className="spoken">Market value by date</caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Date</Table.Th>
          <Table.Th scope="col">Market value</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {history.points.toReversed().map((point) => (
          <Table.Tr key={point.day}>
            <Table.Th scope="row">
              {day(point.day)}
              {point.day === history.current?.day && <span className="quiet"> (current)</span>}
            </Table.Th>
            <Table.Td>{money(point.value)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function ValuePercentile({ rank }: { rank: Evidence }) {
  const note = rank.note ?? (rank.cohort && comparedWith(rank.cohort));
  return (
    <div className={classes.percentile}>
      <p>
        Among players of similar age
        {typeof rank.value === "number" && <b>{percentile(rank.value)}</b>}
      </p>
      {typeof rank.value === "number" && <PercentileBar value={rank.value} />}
      <p className={classes.note}>{note}</p>
    </div>
  );
}
