import { clsx } from "clsx";
import { FlexRender, useTable } from "@tanstack/react-table";
import type { ColumnVisibilityState, Row } from "@tanstack/react-table";
import { memo, useEffect, useRef } from "react";
import type { PlayerSummary } from "@/hooks/usePlayers";
import { DEFAULT_LIMIT, effectiveSort } from "@/lib/playerSearch";
import type { PlayerSearch } from "@/lib/playerSearch";
import { Bone } from "@/components/States";
import { AT_RIGHT, NARROWEST, WIDEST, columns, features } from "./columns";
import { HeaderCell } from "./HeaderCell";
import { useColumns } from "./useColumns";
import type { ChangeSearch } from "./usePlayerSearch";
import classes from "./PlayersTable.module.css";

interface Props {
  /** Not there while they load for the first time. */
  players: PlayerSummary[] | undefined;
  search: PlayerSearch;
  change: ChangeSearch;
  stale: boolean;
}

const NOBODY: PlayerSummary[] = [];

export const PlayersTable = memo(function PlayersTable(props: Props) {
  const { players, search, change, stale } = props;
  const { visibility, sizing, setSizing } = useColumns();
  const table = useTable({
    features,
    columns,
    data: players ?? NOBODY,
    getRowId: (player) => String(player.id),
    state: { columnVisibility: visibility, columnSizing: sizing },
    onColumnSizingChange: setSizing,
    columnResizeMode: "onChange",
    defaultColumn: { minSize: NARROWEST, maxSize: WIDEST },
  });
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const { rows } = table.getRowModel();
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    frame.current?.scrollTo({ top: 0 });
  }, [search.page]);

  return (
    <div className={clsx("panel", classes.frame)} ref={frame} data-stale={stale}>
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
                  change({ sort });
                }}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {players ? (
            <Rows rows={rows} visibility={visibility} />
          ) : (
            skeleton(headers.length, search.limit ?? DEFAULT_LIMIT)
          )}
        </tbody>
      </table>
    </div>
  );
});

interface RowsProps {
  rows: Row<typeof features, PlayerSummary>[];
  /** Not read here: the rows know it, and are drawn again when it changes. */
  visibility: ColumnVisibilityState;
}

/** Drawn again only for other players or columns, not for every change of the page around them. */
const Rows = memo(function Rows({ rows }: RowsProps) {
  return rows.map((row) => (
    <tr key={row.id} className={classes.row} data-player>
      {row.getVisibleCells().map((cell) => (
        <td key={cell.id} data-right={AT_RIGHT.has(cell.column.id) || undefined}>
          <FlexRender cell={cell} />
        </td>
      ))}
    </tr>
  ));
});

function skeleton(width: number, rows: number) {
  return Array.from({ length: Math.min(rows, 30) }, (_, row) => (
    <tr key={row} className={classes.row}>
      {Array.from({ length: width }, (_, cell) => (
        <td key={cell}>
          <Bone width={`${String(45 + ((row * 7 + cell * 13) % 40))}%`} />
        </td>
      ))}
    </tr>
  ));
}
