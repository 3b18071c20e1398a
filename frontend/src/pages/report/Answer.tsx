import { useId } from "react";
import { useProviderLabel } from "@/hooks/useMetrics";
import type { Content, Report } from "@/hooks/useReports";
import { dataDates, sentenceIds } from "@/lib/content";
import { moment } from "@/lib/dates";
import { VERDICT_TONES, isBuiltIn, writer } from "@/lib/reportLabels";
import { capitalised } from "@/lib/words";
import { Confidence } from "./Confidence";
import { Sentence } from "./Sentence";
import { VerdictIcon } from "./VerdictIcon";
import type { Reading } from "./reading";
import classes from "./Answer.module.css";

interface Props {
  report: Report;
  content: Content;
  reading: Reading;
}

/** The recommendation with its reasons, and how old its data is. */
export function Answer({ report, content, reading }: Props) {
  const { verdict, confidence, dossier, requested_by } = report;
  const { title, headline, reasons } = content.answer;
  const providerLabel = useProviderLabel();
  const titleId = useId();
  return (
    // A group, as the dialog of a new report may repeat it above the page.
    <div
      role="group"
      className={classes.answer}
      data-tone={VERDICT_TONES[verdict]}
      aria-labelledby={titleId}
    >
      <div className={classes.head}>
        <h3 id={titleId} className={classes.title}>
          <VerdictIcon verdict={verdict} />
          <span>
            <span className="spoken">Recommendation: </span>
            {title}
          </span>
        </h3>
        <p className={classes.confidence}>
          <Confidence level={confidence} />
          {capitalised(confidence)} confidence
        </p>
      </div>
      <p className={classes.headline}>{headline}</p>
      {reasons.length > 0 && (
        <ul className={classes.reasons} aria-label="Reasons">
          {reasons.map(({ text, evidence }, index) => (
            <Sentence
              key={text}
              id={sentenceIds.reason(index)}
              text={text}
              evidence={reading.evidenceOf(evidence)}
              selected={reading.selected}
              panelId={reading.panelId}
              mark={<span className={classes.bullet} aria-hidden="true" />}
            />
          ))}
        </ul>
      )}
      <div className={classes.dates}>
        <p>Data: {dataDates(dossier, providerLabel).join(" · ") || "none"}</p>
        <p>
          {moment(report.created_at)} ·{" "}
          {isBuiltIn(report) ? `${writer(report)}, no language model` : writer(report)}
          {requested_by && ` · Requested by ${requested_by}`}
        </p>
      </div>
    </div>
  );
}
