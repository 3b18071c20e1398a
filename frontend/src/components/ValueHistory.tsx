import { Table } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChartLine } from "@tabler/icons-react";
import { day } from "@/lib/dates";
import { money } from "@/lib/money";
import type { ValueHistory as ValueHistoryData } from "@/lib/valueHistory";
import { plural } from "@/lib/words";
import { ChartSwitch } from "./ChartSwitch";
import { ValueChart } from "./ValueChart";
import classes from "./ValueHistory.module.css";

/** Market values over time as a chart, or as a table. */
export function ValueHistory({ history }: { history: ValueHistoryData }) {
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
        <ChartSwitch asTable={asTable} chartIcon={IconChartLine} onClick={toggle} />
      </div>
    </>
  );
}

function ValueTable({ history }: { history: ValueHistoryData }) {
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
