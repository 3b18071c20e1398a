import { Table } from "@mantine/core";
import { usePhone } from "@/hooks/usePhone";
import type { SeasonRow, SeasonTable as SeasonTableData } from "@/lib/seasonTable";
import { FigureCards } from "@/components/FigureCards";
import classes from "./SeasonTable.module.css";

/** All seasons, newest first, and their total. */
export function SeasonTable({ table }: { table: SeasonTableData }) {
  const { columns, rows, total } = table;
  if (usePhone()) {
    return (
      <FigureCards
        label="Seasons"
        cards={[...rows, total].map(({ period, cells }) => ({
          key: period,
          title: period,
          figures: columns
            .map((label, index) => ({ label, value: cells[index] ?? "" }))
            .filter(({ value }) => value !== ""),
        }))}
      />
    );
  }
  return (
    <Table className={classes.table}>
      <caption className="spoken">Seasons</caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{table.span}</Table.Th>
          {columns.map((name) => (
            <Table.Th key={name} scope="col">
              {name}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Row key={row.period} row={row} />
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Row row={total} />
      </Table.Tfoot>
    </Table>
  );
}

function Row({ row }: { row: SeasonRow }) {
  return (
    <Table.Tr>
      <Table.Th scope="row">{row.period}</Table.Th>
      {row.cells.map((cell, index) => (
        <Table.Td key={index}>{cell}</Table.Td>
      ))}
    </Table.Tr>
  );
}
