import { IconChevronDown } from "@tabler/icons-react";
import { useEffect, useId, useRef } from "react";
import type { KeyboardEvent } from "react";
import { spoken } from "@/lib/evidence";
import type { Evidence } from "@/lib/evidence";
import { EvidenceList } from "./EvidenceList";
import type { ShownEvidence } from "./useShownEvidence";
import classes from "./Sentence.module.css";

/** A mouse on its way elsewhere crosses sentences; where it rests, it asks. */
const REST_MS = 80;

interface Props {
  number: number;
  text: string;
  evidence: Evidence[];
  shown: ShownEvidence;
  /** The rail that shows the evidence; without one it is shown below the sentence. */
  railId: string | undefined;
}

/** A sentence that shows what it rests on: by mouse, by finger, and by keyboard. */
export function Sentence({ number, text, evidence, shown, railId }: Props) {
  const id = useId();
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stopWaiting = () => {
    clearTimeout(resting.current);
  };
  useEffect(() => stopWaiting, []);
  const isShown = shown.isShown(number);
  const press = () => {
    // Words that were marked to be copied are no press.
    if (getSelection()?.isCollapsed ?? true) shown.press(number);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" || event.key === " ") shown.press(number);
    else if (event.key === "Escape" && isShown) shown.close(number);
    else return;
    event.preventDefault();
    // A dialog around it stays open.
    event.stopPropagation();
  };
  return (
    <li className={classes.item}>
      <div
        className={classes.sentence}
        role="button"
        tabIndex={0}
        aria-expanded={isShown}
        aria-controls={railId ?? `${id}-below`}
        aria-describedby={`${id}-spoken`}
        onClick={press}
        onKeyDown={onKeyDown}
        onFocus={() => {
          shown.focus(number);
        }}
        onPointerEnter={({ pointerType }) => {
          if (pointerType !== "mouse") return;
          resting.current = setTimeout(() => {
            shown.point(number);
          }, REST_MS);
        }}
        onPointerLeave={stopWaiting}
      >
        <span>{text}</span>
        {!railId && (
          <IconChevronDown
            className={classes.chevron}
            data-open={isShown}
            size={14}
            aria-hidden="true"
          />
        )}
      </div>
      <span id={`${id}-spoken`} hidden>
        Evidence: {evidence.map(spoken).join("; ") || "none needed"}
      </span>
      {!railId && (
        <div id={`${id}-below`} className={classes.below} hidden={!isShown}>
          {isShown && <EvidenceList evidence={evidence} />}
        </div>
      )}
    </li>
  );
}
