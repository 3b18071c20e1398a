import type { Header } from "@tanstack/react-table";
import type { PlayerSummary } from "@/hooks/usePlayers";
import type { features } from "./columns";
import classes from "./ResizeHandle.module.css";

/** Widens a column by pointer, and back by a double click. Without one: the columns' dialog. */
export function ResizeHandle({ header }: { header: Header<typeof features, PlayerSummary> }) {
  const resize = header.getResizeHandler();
  return (
    <span
      role="presentation"
      className={classes.handle}
      data-active={header.column.getIsResizing() || undefined}
      onMouseDown={resize}
      onTouchStart={resize}
      onDoubleClick={() => {
        header.column.resetSize();
      }}
    />
  );
}
