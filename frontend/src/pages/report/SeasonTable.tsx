import { Table } from "@mantine/core";
import { COLUMNS } from "@/lib/seasonTable";
import type { SeasonRow, SeasonTable as SeasonTableData } from "@/lib/seasonTable";
import classes from "./SeasonTable.module.css";

/** All seasons, newest first, and their total. */
export function SeasonTable({ table }: { table: SeasonTableData }) {
  return (
    <Table className={classes.table}>
      <caption className="spoken">Seasons</caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{table.span}</Table.Th>
          {COLUMNS.map(({ name, short }) => (
            <Table.Th key={name} scope="col">
              <span className={classes.name}>{name}</span>
              <span className={classes.short} aria-hidden="true">
                {short}
              </span>
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {table.rows.map((row) => (
          <Row key={row.period} row={row} />
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Row row={table.total} />
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
