import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { Evidence } from "@/lib/evidence";
import { EvidenceList } from "./EvidenceList";
import classes from "./EvidenceRail.module.css";

interface Props {
  id: string;
  /** Of the sentence that is pointed at; undefined where none is. */
  evidence: Evidence[] | undefined;
  onClose: () => void;
}

/** The evidence of one sentence, beside the text. */
export function EvidenceRail({ id, evidence, onClose }: Props) {
  return (
    <aside id={id} className={classes.rail} aria-label="Evidence">
      <div className={classes.panel}>
        <div className={classes.head}>
          <h3 className="label">Evidence</h3>
          {evidence && (
            <ActionIcon aria-label="Close evidence" title="Close evidence" onClick={onClose}>
              <IconX size={15} aria-hidden="true" />
            </ActionIcon>
          )}
        </div>
        {evidence ? <EvidenceList evidence={evidence} /> : <Hint />}
      </div>
    </aside>
  );
}

function Hint() {
  return (
    <>
      <p className={classes.hint}>
        Point at a sentence, or go to it with Tab, to see what it rests on. A click holds it.
      </p>
      <p className={classes.hint}>
        Every sentence was checked by code against the evidence that is kept with this report.
      </p>
    </>
  );
}
