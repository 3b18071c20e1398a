import { Skeleton, Stack } from "@mantine/core";
import { Suspense, lazy } from "react";
import type { Report } from "@/hooks/useReports";
import { ContentReport } from "./ContentReport";
import classes from "./ReportView.module.css";

const OldReport = lazy(async () => {
  const { OldReport } = await import("./old/OldReport");
  return { default: OldReport };
});

interface Props {
  report: Report;
  /** For a dialog: the text without the charts, the seasons and the metadata. */
  short?: boolean;
}

/** A report; those of earlier versions have no content and look as they did. */
export function ReportView({ report, short = false }: Props) {
  return (
    <div className={classes.frame}>
      <div className={classes.report}>
        {report.content ? (
          <ContentReport report={report} content={report.content} short={short} />
        ) : (
          <Suspense fallback={<ReportSkeleton short={short} />}>
            <OldReport report={report} short={short} />
          </Suspense>
        )}
      </div>
    </div>
  );
}

const SECTION_LINES = [2, 6, 5, 4];

/** About as high as the report it stands for. */
export function ReportSkeleton({ short = false }: { short?: boolean }) {
  return (
    <Stack gap={22} aria-busy="true" aria-label="Loading the report">
      <Skeleton height={180} />
      {SECTION_LINES.map((lines, index) => (
        <Stack key={index} gap={15}>
          <Skeleton width={110} height={15} />
          {Array.from({ length: lines }, (_, line) => (
            <Skeleton key={line} height={12} width={`${String(48 - ((line * 7) % 16))}%`} />
          ))}
        </Stack>
      ))}
      {!short && <Skeleton height={300} />}
    </Stack>
  );
}
