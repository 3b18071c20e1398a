import { useId } from "react";
import type { Content } from "@/hooks/useReports";
import { sentenceIds } from "@/lib/content";
import { evidenceSummary } from "@/lib/evidence";
import type { Evidence } from "@/lib/evidence";
import { EvidenceList } from "./EvidencePanel";
import type { Reading } from "./reading";
import type { SelectedEvidence } from "./useSelectedEvidence";
import { useSentence } from "./useSentence";
import classes from "./ContentSections.module.css";

const TONES: Partial<Record<string, string>> = { strengths: "good", weaknesses: "warn" };

interface Props {
  sections: Content["sections"];
  reading: Reading;
}

/** The sections as paragraphs; each sentence shows its evidence. */
export function ContentSections({ sections, reading }: Props) {
  return (
    <div className={classes.sections}>
      {!reading.panelId && <p className={classes.hint}>Select a sentence for its evidence.</p>}
      {sections.map(({ name, title, paragraphs }) => (
        <section key={name} data-tone={TONES[name]} className={classes.section}>
          <h3 className={classes.heading}>{title}</h3>
          {paragraphs.map((sentences, index) => (
            <Paragraph
              key={index}
              sentences={sentences.map(({ text, evidence }, place) => ({
                id: sentenceIds.section(name, index, place),
                text,
                evidence: reading.evidenceOf(evidence),
              }))}
              reading={reading}
            />
          ))}
        </section>
      ))}
    </div>
  );
}

interface Cited {
  id: string;
  text: string;
  evidence: Evidence[];
}

/** Sentences in a row; without a panel, the evidence of an open one is below them. */
function Paragraph({ sentences, reading }: { sentences: Cited[]; reading: Reading }) {
  const { selected, panelId } = reading;
  const belowId = useId();
  const open = sentences.find(({ id }) => selected.isOpen(id));
  const oneAtATime: SelectedEvidence = {
    ...selected,
    toggle: (id) => {
      if (!panelId && open && open.id !== id) selected.close(open.id);
      selected.toggle(id);
    },
  };
  return (
    <>
      <p className={classes.paragraph}>
        {sentences.map((sentence) => (
          <InlineSentence
            key={sentence.id}
            sentence={sentence}
            selected={oneAtATime}
            controls={panelId ?? belowId}
          />
        ))}
      </p>
      {!panelId && (
        <div id={belowId} className={classes.below} hidden={!open}>
          {open && <EvidenceList evidence={open.evidence} />}
        </div>
      )}
    </>
  );
}

interface InlineProps {
  sentence: Cited;
  selected: SelectedEvidence;
  controls: string;
}

function InlineSentence({ sentence: { id, text, evidence }, selected, controls }: InlineProps) {
  const summaryId = useId();
  const trigger = useSentence(id, selected);
  return (
    <>
      <span
        {...trigger}
        className={classes.sentence}
        aria-controls={controls}
        aria-describedby={summaryId}
      >
        {text}
      </span>
      <span id={summaryId} hidden>
        {evidenceSummary(evidence)}
      </span>{" "}
    </>
  );
}
