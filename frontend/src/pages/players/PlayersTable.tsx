import { Skeleton } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { FlexRender, useTable } from "@tanstack/react-table";
import type { ColumnVisibilityState, Row } from "@tanstack/react-table";
import { clsx } from "clsx";
import { memo, useMemo, useState } from "react";
import { useMetricsByKey } from "@/hooks/useMetrics";
import type { PlayerSummary } from "@/hooks/usePlayers";
import { figureLabel, parseFigure } from "@/lib/figures";
import type { Figure, MetricsByKey } from "@/lib/figures";
import { DEFAULT_LIMIT, effectiveSort } from "@/lib/playerSearch";
import type { PlayerSearch } from "@/lib/playerSearch";
import { HeaderCell } from "./HeaderCell";
import { MAX_WIDTH, MIN_WIDTH, columnsWith, features, isNumeric } from "./columns";
import { useColumns } from "./useColumns";
import type { ChangeSearch } from "./usePlayerSearch";
import classes from "./PlayersTable.module.css";

interface Props {
  /** Undefined while they load for the first time. */
  players: PlayerSummary[] | undefined;
  search: PlayerSearch;
  change: ChangeSearch;
  /** The shown figures of the chosen season. */
  stats: readonly Figure[];
  stale: boolean;
}

const NO_PLAYERS: PlayerSummary[] = [];

export function PlayersTable({ players, search, change, stats, stale }: Props) {
  const { visibility, sizing, setSizing } = useColumns(search.season);
  const metrics = useMetricsByKey();
  const columns = useMemo(() => columnsWith(stats, metrics), [stats, metrics]);
  const { ref, width } = useElementSize();
  const [atEnd, setAtEnd] = useState(false);
  const table = useTable({
    features,
    columns,
    data: players ?? NO_PLAYERS,
    getRowId: (player) => String(player.id),
    state: { columnVisibility: visibility, columnSizing: sizing },
    onColumnSizingChange: setSizing,
    columnResizeMode: "onChange",
    defaultColumn: { minSize: MIN_WIDTH, maxSize: MAX_WIDTH },
  });
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const { rows } = table.getRowModel();
  const tooWide = width > 0 && table.getTotalSize() > width;

  return (
    <div
      className={clsx("panel", classes.frame)}
      ref={ref}
      data-too-wide={tooWide || undefined}
      data-at-end={atEnd || undefined}
      onScroll={({ currentTarget: { scrollLeft, clientWidth, scrollWidth } }) => {
        setAtEnd(scrollLeft + clientWidth >= scrollWidth - 1);
      }}
    >
      <table
        className={classes.table}
        data-with-stats={stats.length > 0 || undefined}
        style={{ width: `max(100%, ${String(table.getTotalSize())}px)` }}
        aria-busy={stale || !players}
      >
        <thead>
          <tr>
            {headers.map((header) => (
              <HeaderCell
                key={header.id}
                header={header}
                title={titleOf(header.column.id, metrics)}
                sort={effectiveSort(search)}
                onSort={(sort) => {
                  change({ sort });
                }}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {players ? (
            <Rows rows={rows} visibility={visibility} columns={columns} />
          ) : (
            <SkeletonRows columns={headers.length} rows={search.limit ?? DEFAULT_LIMIT} />
          )}
        </tbody>
      </table>
    </div>
  );
}

function titleOf(id: string, metrics: MetricsByKey): string | undefined {
  const figure = parseFigure(id);
  if (!figure) return undefined;
  const lower = metrics.get(figure.metric)?.better === "lower" ? "; lower is better" : "";
  return figureLabel(figure, metrics) + lower;
}

interface RowsProps {
  rows: Row<typeof features, PlayerSummary>[];
  // Unused, but a change must render the rows again.
  visibility: ColumnVisibilityState;
  columns: unknown;
}

/** Memoised, because resizing a column would otherwise render every row on every move. */
const Rows = memo(function Rows({ rows }: RowsProps) {
  return rows.map((row) => (
    <tr key={row.id} className={classes.row} data-player>
      {row.getVisibleCells().map((cell) =>
        cell.column.id === "full_name" ? (
          <th key={cell.id} scope="row">
            <FlexRender cell={cell} />
          </th>
        ) : (
          <td key={cell.id} data-right={isNumeric(cell.column.id) || undefined}>
            <FlexRender cell={cell} />
          </td>
        ),
      )}
    </tr>
  ));
});

function SkeletonRows({ columns, rows }: { columns: number; rows: number }) {
  return Array.from({ length: rows }, (_, row) => (
    <tr key={row} className={classes.row}>
      {Array.from({ length: columns }, (_, cell) => (
        <td key={cell}>
          <Skeleton height={12} width={`${String(45 + ((row * 7 + cell * 13) % 40))}%`} />
        </td>
      ))}
    </tr>
  ));
}
