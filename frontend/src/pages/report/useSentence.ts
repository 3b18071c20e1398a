import { useEffect, useRef } from "react";
import type { HTMLAttributes, KeyboardEvent } from "react";
import type { SelectedEvidence } from "./useSelectedEvidence";

/** A pointer that only crosses a sentence opens nothing. */
const HOVER_DELAY_MS = 80;

/** What makes an element a sentence that shows its evidence on hover, focus, click or tap. */
export function useSentence(id: string, selected: SelectedEvidence) {
  const hoverTimer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const cancelHover = () => {
    clearTimeout(hoverTimer.current);
  };
  useEffect(() => cancelHover, []);
  const isOpen = selected.isOpen(id);
  return {
    role: "button",
    tabIndex: 0,
    "aria-expanded": isOpen,
    // Escape closes the evidence and leaves the dialog around it open.
    "data-mantine-stop-propagation": isOpen,
    onClick: () => {
      // Selecting text to copy it is not a click.
      if (getSelection()?.isCollapsed ?? true) selected.toggle(id);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === "Enter" || event.key === " ") selected.toggle(id);
      else if (event.key === "Escape" && isOpen) selected.close(id);
      else return;
      event.preventDefault();
    },
    onFocus: () => {
      selected.focus(id);
    },
    onPointerEnter: ({ pointerType }) => {
      if (pointerType !== "mouse") return;
      hoverTimer.current = setTimeout(() => {
        selected.hover(id);
      }, HOVER_DELAY_MS);
    },
    onPointerLeave: cancelHover,
  } satisfies HTMLAttributes<HTMLElement> & Record<`data-${string}`, unknown>;
}
