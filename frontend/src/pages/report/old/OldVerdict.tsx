import { IconChecks, IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useDisclosure } from "@mantine/hooks";
import { useId } from "react";
import type { Claim, Report } from "@/hooks/useReports";
import { moment } from "@/lib/dates";
import { VERDICTS, checkedText, isBuiltIn, wasChecked, writer } from "@/lib/reportLabels";
import { capitalised } from "@/lib/words";
import { Confidence } from "../Confidence";
import { VerdictIcon } from "../VerdictIcon";
import classes from "./OldVerdict.module.css";

/** Verdict, confidence, how many claims were checked, and who wrote an old report. */
export function OldVerdict({ report }: { report: Report }) {
  const { verdict, confidence, requested_by } = report;
  const [listed, { toggle }] = useDisclosure(false);
  const listId = useId();
  const removed = report.claims.filter(({ status }) => status === "cut");
  const Chevron = listed ? IconChevronUp : IconChevronDown;
  return (
    <>
      <dl className={classes.bar} data-verdict={verdict}>
        <div>
          <dt className="label">Verdict</dt>
          <dd className={classes.verdict}>
            <VerdictIcon verdict={verdict} />
            {VERDICTS[verdict]}
          </dd>
        </div>
        <div>
          <dt className="label">Confidence</dt>
          <dd className={classes.confidence}>
            <Confidence level={confidence} />
            {capitalised(confidence)}
          </dd>
        </div>
        <div>
          <dt className="label">Evidence check</dt>
          <dd className={classes.checked}>
            {wasChecked(report) && <IconChecks size={18} stroke={2} aria-hidden="true" />}
            {checkedText(report)}
            {removed.length > 0 && (
              <button
                type="button"
                className={classes.toggle}
                aria-expanded={listed}
                aria-controls={listId}
                onClick={toggle}
              >
                {removed.length} removed
                <Chevron size={13} aria-hidden="true" />
              </button>
            )}
          </dd>
        </div>
        <div className={classes.written}>
          <dt className="spoken">Written</dt>
          <dd>
            {moment(report.created_at)} ·{" "}
            {isBuiltIn(report) ? (
              <strong>Built-in writer, no language model</strong>
            ) : (
              writer(report)
            )}
            {requested_by && ` · Requested by ${requested_by}`}
          </dd>
        </div>
      </dl>
      {removed.length > 0 && (
        <div id={listId} hidden={!listed}>
          <RemovedSentences claims={removed} />
        </div>
      )}
    </>
  );
}

/** The sentences that failed the check, with the reasons. */
function RemovedSentences({ claims }: { claims: Claim[] }) {
  return (
    <ul className={classes.removed} aria-label="Removed sentences">
      {claims.map(({ text, section, reasons }, index) => (
        <li key={index}>
          <p>“{text}”</p>
          <p className={classes.reasons}>
            {capitalised(section)}: {reasons.join("; ")}
          </p>
        </li>
      ))}
    </ul>
  );
}
