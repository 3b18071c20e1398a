import {
  IconCircleCheck,
  IconCircleX,
  IconEye,
  IconHelpCircle,
  IconChecks,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Report } from "@/hooks/useReports";
import { moment } from "@/lib/dates";
import { capitalised, checkedWords, isBuiltIn, verdictWord, wasChecked } from "@/lib/reportWords";
import classes from "./VerdictBar.module.css";

const ICONS = {
  sign: IconCircleCheck,
  monitor: IconEye,
  reject: IconCircleX,
  insufficient_evidence: IconHelpCircle,
};
const LEVELS = ["low", "medium", "high"] as const;

/** What a report comes to, how sure it is, what was checked, and who wrote it. */
export function VerdictBar({ report, children }: { report: Report; children?: ReactNode }) {
  const { verdict, confidence } = report;
  const Icon = ICONS[verdict];
  const level = LEVELS.indexOf(confidence);
  return (
    <dl className={classes.bar} data-verdict={verdict}>
      <div>
        <dt className="label">Verdict</dt>
        <dd className={classes.verdict}>
          <Icon size={20} stroke={2} aria-hidden="true" />
          {verdictWord(verdict)}
        </dd>
      </div>
      <div>
        <dt className="label">Confidence</dt>
        <dd className={classes.confidence}>
          <span className={classes.levels} aria-hidden="true">
            {LEVELS.map((name, index) => (
              <span key={name} data-reached={index <= level} />
            ))}
          </span>
          {capitalised(confidence)}
        </dd>
      </div>
      <div>
        <dt className="label">Against the record</dt>
        <dd className={classes.checked}>
          {wasChecked(report) && <IconChecks size={18} stroke={2} aria-hidden="true" />}
          {checkedWords(report)}
          {children}
        </dd>
      </div>
      <div className={classes.written}>
        <dt className="spoken">Written</dt>
        <dd>
          {moment(report.created_at)}, <Writer report={report} />, asked for by{" "}
          {report.requested_by}
        </dd>
      </div>
    </dl>
  );
}

function Writer({ report }: { report: Report }) {
  return isBuiltIn(report) ? (
    <strong>by the built-in writer, without a language model</strong>
  ) : (
    <>by the language model {report.model}</>
  );
}
