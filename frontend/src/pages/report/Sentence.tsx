import { IconChevronDown } from "@tabler/icons-react";
import { useId } from "react";
import type { ReactNode } from "react";
import { evidenceSummary } from "@/lib/evidence";
import type { Evidence } from "@/lib/evidence";
import { EvidenceList } from "./EvidencePanel";
import type { SelectedEvidence } from "./useSelectedEvidence";
import { useSentence } from "./useSentence";
import classes from "./Sentence.module.css";

interface Props {
  id: string;
  text: string;
  evidence: Evidence[];
  selected: SelectedEvidence;
  /** The panel that shows the evidence; without one, it opens below the sentence. */
  panelId: string | undefined;
  /** Before the text. */
  mark?: ReactNode;
}

/** A sentence on a line of its own that shows its evidence on hover, focus, click or tap. */
export function Sentence({ id, text, evidence, selected, panelId, mark }: Props) {
  const ownId = useId();
  const trigger = useSentence(id, selected);
  const isOpen = trigger["aria-expanded"];
  return (
    <li className={classes.item}>
      {/* A div, as text inside a button cannot be selected. */}
      <div
        {...trigger}
        className={classes.sentence}
        aria-controls={panelId ?? `${ownId}-below`}
        aria-describedby={`${ownId}-summary`}
      >
        {mark}
        <span className={classes.text}>{text}</span>
        {!panelId && (
          <IconChevronDown
            className={classes.chevron}
            data-open={isOpen}
            size={14}
            aria-hidden="true"
          />
        )}
      </div>
      <span id={`${ownId}-summary`} hidden>
        {evidenceSummary(evidence)}
      </span>
      {!panelId && (
        <div id={`${ownId}-below`} className={classes.below} hidden={!isOpen}>
          {isOpen && <EvidenceList evidence={evidence} />}
        </div>
      )}
    </li>
  );
}
