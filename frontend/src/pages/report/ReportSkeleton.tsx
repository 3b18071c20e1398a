import { Skeleton } from "@mantine/core";
import classes from "./ReportSkeleton.module.css";

const SECTIONS = [6, 5, 2, 4];

/** About as high as the report it stands for. */
export function ReportSkeleton({ short = false }: { short?: boolean }) {
  return (
    <div className={classes.skeleton} aria-busy="true" aria-label="The report is loading">
      <Skeleton width="100%" height={104} />
      {SECTIONS.map((lines, index) => (
        <div key={index} className={classes.section}>
          <Skeleton width={110} height={15} />
          {Array.from({ length: lines }, (_, line) => (
            <Skeleton key={line} width={`${String(96 - ((line * 13) % 31))}%`} height={12} />
          ))}
        </div>
      ))}
      {!short && <Skeleton width="100%" height={300} />}
    </div>
  );
}
