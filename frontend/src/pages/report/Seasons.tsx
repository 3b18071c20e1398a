import { COLUMNS } from "@/lib/seasonTable";
import type { SeasonRow, SeasonTable } from "@/lib/seasonTable";
import classes from "./Seasons.module.css";

/** Every season on record, the latest first, and their sum. */
export function Seasons({ table }: { table: SeasonTable }) {
  return (
    <table className={classes.table}>
      <caption className="spoken">Seasons on record</caption>
      <thead>
        <tr>
          <th scope="col">{table.span}</th>
          {COLUMNS.map(({ name, short }) => (
            <th key={name} scope="col">
              <span className={classes.name}>{name}</span>
              <span className={classes.short} aria-hidden="true">
                {short}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <Row key={row.period} row={row} />
        ))}
      </tbody>
      <tfoot>
        <Row row={table.total} />
      </tfoot>
    </table>
  );
}

function Row({ row }: { row: SeasonRow }) {
  return (
    <tr>
      <th scope="row">{row.period}</th>
      {row.cells.map((cell, index) => (
        <td key={index}>{cell}</td>
      ))}
    </tr>
  );
}
