import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { clsx } from "clsx";
import { SOURCES, comparedWith, formatValue, periodOf } from "@/lib/evidence";
import type { Evidence } from "@/lib/evidence";
import { PercentileBar } from "@/components/PercentileBar";
import classes from "./EvidencePanel.module.css";

interface Props {
  id: string;
  /** The selected sentence's evidence; undefined if none is selected. */
  evidence: Evidence[] | undefined;
  /** What guarantees that the sentences are true. */
  guarantee: string;
  className?: string | undefined;
  onClose: () => void;
}

/** The evidence of the selected sentence, beside the text. */
export function EvidencePanel({ id, evidence, guarantee, className, onClose }: Props) {
  return (
    <aside id={id} className={clsx(classes.panel, className)} aria-label="Evidence">
      <div className={classes.head}>
        <h3 className="label">Evidence</h3>
        {evidence && (
          <ActionIcon variant="subtle" color="gray" aria-label="Close evidence" onClick={onClose}>
            <IconX size={15} aria-hidden="true" />
          </ActionIcon>
        )}
      </div>
      {evidence ? (
        <EvidenceList evidence={evidence} />
      ) : (
        <>
          <p className={classes.hint}>Hover a sentence for its evidence; click to pin.</p>
          <p className={classes.meta}>{guarantee}</p>
        </>
      )}
    </aside>
  );
}

export function EvidenceList({ evidence }: { evidence: Evidence[] }) {
  if (evidence.length === 0) {
    return <p className={classes.meta}>This sentence states no fact about the player.</p>;
  }
  return (
    <ul className={classes.list}>
      {evidence.map((item) => (
        <li key={item.id}>
          <p className={classes.row}>
            <span>{item.label}</span>
            <strong className={classes.value}>{formatValue(item)}</strong>
          </p>
          {item.unit === "percentile" && typeof item.value === "number" && (
            <div className={classes.bar}>
              <PercentileBar value={item.value} better="neither" />
            </div>
          )}
          <p className={classes.meta}>
            {[periodOf(item), SOURCES[item.source]].filter(Boolean).join(" · ")}
          </p>
          {item.cohort && <p className={classes.meta}>{comparedWith(item.cohort)}</p>}
          {item.note && <p className={classes.meta}>{item.note}</p>}
        </li>
      ))}
    </ul>
  );
}
