import { Alert } from "@mantine/core";
import { Suspense, lazy, useId, useState } from "react";
import type { ReactNode } from "react";
import type { Report } from "@/hooks/useReports";
import { wasChecked } from "@/lib/reportWords";
import { CutList, CutToggle } from "./CutList";
import { Figures } from "./Figures";
import { Origin } from "./Origin";
import { OutOfDate } from "./OutOfDate";
import { ReportText } from "./ReportText";
import { VerdictBar } from "./VerdictBar";
import classes from "./ReportView.module.css";

// Only reports from before claims were checked are Markdown alone.
const Markdown = lazy(async () => ({ default: (await import("@/components/Report")).Report }));

interface Props {
  report: Report;
  /** What can be done where its evidence changed since. */
  again: ReactNode;
  /** Without the charts, the seasons and where it comes from. */
  short?: boolean;
}

/** A report as one reads and trusts it: what it comes to, each sentence with its evidence. */
export function ReportView({ report, again, short = false }: Props) {
  const [cutShown, setCutShown] = useState(false);
  const cutId = useId();
  const cut = report.claims.filter(({ status }) => status === "cut");
  return (
    <div className={classes.frame}>
      <div className={classes.report}>
        <div className={classes.head}>
          <VerdictBar report={report}>
            {cut.length > 0 && (
              <CutToggle
                count={cut.length}
                controls={cutId}
                open={cutShown}
                onToggle={() => {
                  setCutShown(!cutShown);
                }}
              />
            )}
          </VerdictBar>
          {cut.length > 0 && (
            <div id={cutId} hidden={!cutShown}>
              <CutList claims={cut} />
            </div>
          )}
          {report.out_of_date && <OutOfDate changes={report.changes} action={again} />}
        </div>
        {wasChecked(report) ? <ReportText report={report} /> : <Unchecked report={report} />}
        {!short && report.dossier.evidence.length > 0 && <Figures report={report} />}
        {!short && <Origin report={report} />}
      </div>
    </div>
  );
}

function Unchecked({ report }: { report: Report }) {
  return (
    <>
      <Alert color="yellow" role="status">
        Not checked: written before claims were checked.
      </Alert>
      <Suspense>
        <Markdown markdown={report.report} />
      </Suspense>
    </>
  );
}
