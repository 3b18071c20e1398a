import {
  IconCircleCheckFilled,
  IconCircleHalf2,
  IconCircleXFilled,
  IconHelpCircle,
} from "@tabler/icons-react";
import { useId } from "react";
import type { BriefItem, BriefOut } from "@/hooks/useReports";
import { sentenceIds } from "@/lib/content";
import { BRIEF_RESULTS } from "@/lib/reportLabels";
import { Sentence } from "./Sentence";
import type { Reading } from "./reading";
import classes from "./BriefResults.module.css";

const ICONS = {
  met: IconCircleCheckFilled,
  partly_met: IconCircleHalf2,
  missed: IconCircleXFilled,
  unknown: IconHelpCircle,
};

interface Props {
  brief: BriefOut;
  items: BriefItem[];
  reading: Reading;
}

/** The brief, and whether the player meets each of its requirements. */
export function BriefResults({ brief, items, reading }: Props) {
  const titleId = useId();
  if (items.length === 0 && !brief.question) return null;
  return (
    <div role="group" aria-labelledby={titleId}>
      <h3 id={titleId} className={classes.heading}>
        Brief
      </h3>
      <ul className={classes.items}>
        {items.map((item, index) => (
          <BriefRow key={item.claim} item={item} index={index} reading={reading} />
        ))}
      </ul>
      {brief.question && (
        <p className={classes.question}>
          <span className="label">Question</span> <span>{brief.question}</span>
        </p>
      )}
    </div>
  );
}

interface RowProps {
  item: BriefItem;
  index: number;
  reading: Reading;
}

function BriefRow({ item, index, reading }: RowProps) {
  const { label, result, text, evidence } = item;
  const Icon = ICONS[result];
  return (
    <Sentence
      id={sentenceIds.brief(index)}
      text={text}
      evidence={reading.evidenceOf(evidence)}
      selected={reading.selected}
      panelId={reading.panelId}
      mark={
        <span className={classes.mark}>
          <span className={classes.result} data-result={result}>
            <Icon size={16} aria-hidden="true" />
            {BRIEF_RESULTS[result]}
          </span>
          <span className={classes.name}>{label}</span>
        </span>
      }
    />
  );
}
