import { FlexRender } from "@tanstack/react-table";
import type { Header } from "@tanstack/react-table";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import type { PlayerSummary } from "@/hooks/usePlayers";
import { isNumeric, startsDescending } from "./columns";
import type { features } from "./columns";
import { ResizeHandle } from "./ResizeHandle";
import classes from "./HeaderCell.module.css";

type PlayerHeader = Header<typeof features, PlayerSummary>;

interface Props {
  header: PlayerHeader;
  /** The full name, where the header is shortened. */
  title: string | undefined;
  sort: string | undefined;
  onSort: (sort: string) => void;
}

export function HeaderCell({ header, title, sort, onSort }: Props) {
  const { id } = header.column;
  const sorted = sort === id ? "ascending" : sort === `-${id}` ? "descending" : undefined;
  const first = startsDescending(id) ? `-${id}` : id;
  const turned = sort?.startsWith("-") ? id : `-${id}`;
  const Arrow = sorted === "descending" ? IconArrowDown : IconArrowUp;
  return (
    <th
      className={classes.cell}
      style={{ width: header.getSize() }}
      aria-sort={sorted}
      data-right={isNumeric(id) || undefined}
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
          title={title}
          onClick={() => {
            onSort(sorted ? turned : first);
          }}
        >
          <span className={classes.name}>
            <FlexRender header={header} />
          </span>
          {sorted && <Arrow size={13} stroke={2.2} aria-hidden="true" />}
        </button>
      )}
      {header.column.getCanResize() && <ResizeHandle header={header} />}
    </th>
  );
}
