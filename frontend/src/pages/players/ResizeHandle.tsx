import type { Header } from "@tanstack/react-table";
import type { PlayerSummary } from "@/hooks/usePlayers";
import type { features } from "./columns";
import classes from "./ResizeHandle.module.css";

/** Resizes a column by dragging; a double click resets it. The keyboard way is ColumnsDialog. */
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
