import { Table } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { clsx } from "clsx";
import { Fragment, useState } from "react";
import { cellsOf, playedFor, statsOfLine, totalOf } from "@/lib/career";
import type { Cell, Column, Line, PlayerSeason } from "@/lib/career";
import { NONE } from "@/lib/words";
import type { SeasonParts } from "./Seasons";
import classes from "./SeasonsTable.module.css";

/** The seasons, newest first; one of several competitions or clubs opens to show each. */
export function SeasonsTable({ seasons, columns, withProvider }: SeasonParts) {
  const total = totalOf(seasons, columns);
  const withClub = seasons.some(({ lines }) => lines.some(({ club }) => club));
  const shape = { columns, withProvider, withClub };
  return (
    // The keyboard scrolls it, too.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.scroll} role="region" aria-label="Seasons, scrollable" tabIndex={0}>
      <Table className={classes.table}>
        <caption className="spoken">Seasons</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Season</Table.Th>
            {withProvider && (
              <Table.Th scope="col" className={classes.text}>
                Provider
              </Table.Th>
            )}
            {withClub && (
              <Table.Th scope="col" className={classes.text}>
                Club
              </Table.Th>
            )}
            {columns.map((column) => (
              <Header key={column.metric.key} column={column} />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {seasons.map((season) => (
            <SeasonRows key={season.season.id} season={season} shape={shape} />
          ))}
        </Table.Tbody>
        {total && (
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th scope="row">Total</Table.Th>
              {withProvider && <Table.Td />}
              {withClub && <Table.Td />}
              {columns.map((column, index) => {
                const cell = cellsOf(total, columns)[index];
                return column.metric.key in total && cell ? (
                  <Figure key={column.metric.key} cell={cell} />
                ) : (
                  <Table.Td key={column.metric.key} />
                );
              })}
            </Table.Tr>
          </Table.Tfoot>
        )}
      </Table>
    </div>
  );
}

function Header({ column: { metric, form } }: { column: Column }) {
  const label = form === "per_90" ? `${metric.label} per 90` : metric.label;
  return (
    <Table.Th scope="col" title={label} aria-label={label}>
      {metric.short_label}
      {form === "per_90" && <span className={classes.rate}>per 90</span>}
    </Table.Th>
  );
}

const Figure = ({ cell: { text, derived } }: { cell: Cell }) => (
  <Table.Td className={clsx(derived && classes.derived)}>
    {text === NONE ? <span className="quiet">{text}</span> : text}
  </Table.Td>
);

interface Shape {
  columns: Column[];
  withProvider: boolean;
  withClub: boolean;
}

function SeasonRows({ season, shape }: { season: PlayerSeason; shape: Shape }) {
  const { columns, withProvider, withClub } = shape;
  const [open, setOpen] = useState(false);
  const { season: of, stats, lines } = season;
  const { clubs, competitions } = playedFor(season);
  return (
    <Fragment>
      <Table.Tr>
        <Table.Th scope="row">
          {lines.length > 1 ? (
            <button
              type="button"
              className={classes.toggle}
              aria-expanded={open}
              aria-label={`${of.label}, ${of.provider_label}: ${String(lines.length)} competitions and clubs`}
              onClick={() => {
                setOpen(!open);
              }}
            >
              <IconChevronRight size={14} aria-hidden="true" />
              {of.label}
            </button>
          ) : (
            <span className={classes.season}>{of.label}</span>
          )}
        </Table.Th>
        {withProvider && <Table.Td className={classes.text}>{of.provider_label}</Table.Td>}
        {withClub && (
          <Table.Td className={classes.text}>
            {clubs || <span className="quiet">{NONE}</span>}
            {competitions && <span className={classes.competition}>{competitions}</span>}
          </Table.Td>
        )}
        {cellsOf(stats, columns).map((cell, index) => (
          <Figure key={columns[index]?.metric.key} cell={cell} />
        ))}
      </Table.Tr>
      {open && lines.map((line, index) => <LineRow key={index} line={line} shape={shape} />)}
    </Fragment>
  );
}

function LineRow({ line, shape }: { line: Line; shape: Shape }) {
  const { columns, withProvider, withClub } = shape;
  return (
    <Table.Tr className={classes.line}>
      <Table.Th scope="row" colSpan={withProvider ? 2 : 1}>
        <span className={classes.season}>{line.competition ?? "Competition not stated"}</span>
      </Table.Th>
      {withClub && <Table.Td className={classes.text}>{line.club ?? "Club not stated"}</Table.Td>}
      {cellsOf(statsOfLine(line), columns).map((cell, index) => (
        <Figure key={columns[index]?.metric.key} cell={cell} />
      ))}
    </Table.Tr>
  );
}
