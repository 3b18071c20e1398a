import { IconChevronDown } from "@tabler/icons-react";
import { useEffect, useId, useRef } from "react";
import type { KeyboardEvent } from "react";
import { formatValue } from "@/lib/evidence";
import type { Evidence } from "@/lib/evidence";
import { EvidenceList } from "./EvidencePanel";
import type { SelectedEvidence } from "./useSelectedEvidence";
import classes from "./Sentence.module.css";

/** A pointer that only crosses a sentence opens nothing. */
const HOVER_DELAY_MS = 80;

interface Props {
  index: number;
  text: string;
  evidence: Evidence[];
  selected: SelectedEvidence;
  /** The panel that shows the evidence; without one, it opens below the sentence. */
  panelId: string | undefined;
}

/** A sentence that shows its evidence on hover, focus, click or tap. */
export function Sentence({ index, text, evidence, selected, panelId }: Props) {
  const id = useId();
  const hoverTimer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const cancelHover = () => {
    clearTimeout(hoverTimer.current);
  };
  useEffect(() => cancelHover, []);
  const isOpen = selected.isOpen(index);
  const onClick = () => {
    // Selecting text to copy it is not a click.
    if (getSelection()?.isCollapsed ?? true) selected.toggle(index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" || event.key === " ") selected.toggle(index);
    else if (event.key === "Escape" && isOpen) selected.close(index);
    else return;
    event.preventDefault();
  };
  return (
    <li className={classes.item}>
      {/* A div, as text inside a button cannot be selected. */}
      <div
        className={classes.sentence}
        role="button"
        tabIndex={0}
        aria-expanded={isOpen}
        aria-controls={panelId ?? `${id}-below`}
        aria-describedby={`${id}-summary`}
        // Escape closes the evidence and leaves the dialog around it open.
        data-mantine-stop-propagation={isOpen}
        onClick={onClick}
        onKeyDown={onKeyDown}
        onFocus={() => {
          selected.focus(index);
        }}
        onPointerEnter={({ pointerType }) => {
          if (pointerType !== "mouse") return;
          hoverTimer.current = setTimeout(() => {
            selected.hover(index);
          }, HOVER_DELAY_MS);
        }}
        onPointerLeave={cancelHover}
      >
        <span>{text}</span>
        {!panelId && (
          <IconChevronDown
            className={classes.chevron}
            data-open={isOpen}
            size={14}
            aria-hidden="true"
          />
        )}
      </div>
      <span id={`${id}-summary`} hidden>
        Evidence:{" "}
        {evidence.map((item) => `${item.label}: ${formatValue(item)}`).join("; ") || "none needed"}
      </span>
      {!panelId && (
        <div id={`${id}-below`} className={classes.below} hidden={!isOpen}>
          {isOpen && <EvidenceList evidence={evidence} />}
        </div>
      )}
    </li>
  );
}
