import { Alert } from "@mantine/core";
import type { Report } from "@/hooks/useReports";
import { wasChecked } from "@/lib/reportLabels";
import { OutOfDate } from "../OutOfDate";
import { ReportMeta } from "../ReportMeta";
import { OldCharts } from "./OldCharts";
import { OldMarkdown } from "./OldMarkdown";
import { OldSections } from "./OldSections";
import { OldVerdict } from "./OldVerdict";
import classes from "./OldReport.module.css";

interface Props {
  report: Report;
  short: boolean;
}

/** A report of an earlier version, whose sentences were checked one by one or not at all. */
export function OldReport({ report, short }: Props) {
  return (
    <>
      <div className={classes.head}>
        <OldVerdict report={report} />
        {report.out_of_date && <OutOfDate report={report} />}
      </div>
      {wasChecked(report) ? (
        <OldSections report={report} narrow={short} />
      ) : (
        <>
          <Alert color="yellow" role="status">
            Not checked: this report was written before claims were checked.
          </Alert>
          <OldMarkdown markdown={report.report} />
        </>
      )}
      {!short && report.dossier.evidence.length > 0 && <OldCharts report={report} />}
      {!short && <ReportMeta report={report} />}
    </>
  );
}
