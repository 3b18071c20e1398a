import { Alert, Skeleton, Stack } from "@mantine/core";
import type { Report } from "@/hooks/useReports";
import { wasChecked } from "@/lib/reportLabels";
import { MarkdownReport } from "./MarkdownReport";
import { OutOfDate } from "./OutOfDate";
import { ReportCharts } from "./ReportCharts";
import { ReportMeta } from "./ReportMeta";
import { ReportSections } from "./ReportSections";
import { ReportVerdict } from "./ReportVerdict";
import classes from "./ReportView.module.css";

interface Props {
  report: Report;
  /** For a dialog: the text without the charts, the seasons and the metadata. */
  short?: boolean;
}

/** A report: verdict, text with evidence, charts, and how it was made. */
export function ReportView({ report, short = false }: Props) {
  return (
    <div className={classes.frame}>
      <div className={classes.report}>
        <div className={classes.head}>
          <ReportVerdict report={report} />
          {report.out_of_date && <OutOfDate report={report} />}
        </div>
        {wasChecked(report) ? (
          <ReportSections report={report} narrow={short} />
        ) : (
          <>
            <Alert color="yellow" role="status">
              Not checked: this report was written before claims were checked.
            </Alert>
            <MarkdownReport markdown={report.report} />
          </>
        )}
        {!short && report.dossier.evidence.length > 0 && <ReportCharts report={report} />}
        {!short && <ReportMeta report={report} />}
      </div>
    </div>
  );
}

const SECTION_LINES = [2, 6, 5, 4];

/** About as high as the report it stands for. */
export function ReportSkeleton({ short = false }: { short?: boolean }) {
  return (
    <Stack gap={22} aria-busy="true" aria-label="Loading the report">
      <Skeleton height={104} />
      {SECTION_LINES.map((lines, index) => (
        <Stack key={index} gap={15}>
          <Skeleton width={110} height={15} />
          {Array.from({ length: lines }, (_, line) => (
            <Skeleton key={line} height={12} width={`${String(96 - ((line * 13) % 31))}%`} />
          ))}
        </Stack>
      ))}
      {!short && <Skeleton height={300} />}
    </Stack>
  );
}
