import { Skeleton } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { FlexRender, useTable } from "@tanstack/react-table";
import type { ColumnVisibilityState, Row } from "@tanstack/react-table";
import { clsx } from "clsx";
import { memo } from "react";
import type { PlayerSummary } from "@/hooks/usePlayers";
import { DEFAULT_LIMIT, effectiveSort } from "@/lib/playerSearch";
import type { PlayerSearch } from "@/lib/playerSearch";
import { HeaderCell } from "./HeaderCell";
import { MAX_WIDTH, MIN_WIDTH, RIGHT_ALIGNED, columns, features } from "./columns";
import { useColumns } from "./useColumns";
import type { ChangeSearch } from "./usePlayerSearch";
import classes from "./PlayersTable.module.css";

interface Props {
  /** Undefined while they load for the first time. */
  players: PlayerSummary[] | undefined;
  search: PlayerSearch;
  change: ChangeSearch;
  stale: boolean;
}

const NO_PLAYERS: PlayerSummary[] = [];

export function PlayersTable({ players, search, change, stale }: Props) {
  const { visibility, sizing, setSizing } = useColumns();
  const { ref, width } = useElementSize();
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
    <div className={clsx("panel", classes.frame)} ref={ref} data-too-wide={tooWide || undefined}>
      <table
        className={classes.table}
        style={{ width: `max(100%, ${String(table.getTotalSize())}px)` }}
        aria-busy={stale || !players}
      >
        <thead>
          <tr>
            {headers.map((header) => (
              <HeaderCell
                key={header.id}
                header={header}
                sort={effectiveSort(search)}
                onSort={(sort) => {
                  change({ sort: sort as PlayerSearch["sort"] });
                }}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {players ? (
            <Rows rows={rows} visibility={visibility} />
          ) : (
            <SkeletonRows columns={headers.length} rows={search.limit ?? DEFAULT_LIMIT} />
          )}
        </tbody>
      </table>
    </div>
  );
}

interface RowsProps {
  rows: Row<typeof features, PlayerSummary>[];
  /** Unused, but a change must render the rows again. */
  visibility: ColumnVisibilityState;
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
          <td key={cell.id} data-right={RIGHT_ALIGNED.has(cell.column.id) || undefined}>
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
