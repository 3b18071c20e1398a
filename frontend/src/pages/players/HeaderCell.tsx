import { FlexRender } from "@tanstack/react-table";
import type { Header } from "@tanstack/react-table";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import type { PlayerSummary } from "@/hooks/usePlayers";
import { RIGHT_ALIGNED } from "./columns";
import type { features } from "./columns";
import { ResizeHandle } from "./ResizeHandle";
import classes from "./HeaderCell.module.css";

type PlayerHeader = Header<typeof features, PlayerSummary>;

interface Props {
  header: PlayerHeader;
  sort: string | undefined;
  onSort: (sort: string) => void;
}

/** Sorted descending by the first click: numbers and dates. Texts start from A. */
const FIRST_DESCENDING = new Set([...RIGHT_ALIGNED, "updated_at"]);

export function HeaderCell({ header, sort, onSort }: Props) {
  const { id } = header.column;
  const sorted = sort === id ? "ascending" : sort === `-${id}` ? "descending" : undefined;
  const first = FIRST_DESCENDING.has(id) ? `-${id}` : id;
  const turned = sort?.startsWith("-") ? id : `-${id}`;
  const Arrow = sorted === "descending" ? IconArrowDown : IconArrowUp;
  return (
    <th
      className={classes.cell}
      style={{ width: header.getSize() }}
      aria-sort={sorted}
      data-right={RIGHT_ALIGNED.has(id) || undefined}
      scope="col"
    >
      {id === "actions" ? (
        <span className="spoken">
          <FlexRender header={header} />
        </span>
      ) : (
        <button
          type="button"
          className={classes.sort}
          onClick={() => {
            onSort(sorted ? turned : first);
          }}
        >
          <FlexRender header={header} />
          {sorted && <Arrow size={13} stroke={2.2} aria-hidden="true" />}
        </button>
      )}
      {header.column.getCanResize() && <ResizeHandle header={header} />}
    </th>
  );
}
