import type { Report } from "@/hooks/useReports";
import { byId } from "@/lib/evidence";
import { seasonRanks } from "@/lib/percentiles";
import { seasonTable } from "@/lib/seasonTable";
import { valueCourse } from "@/lib/valueCourse";
import { Percentiles } from "./Percentiles";
import { Seasons } from "./Seasons";
import { Value } from "./Value";
import classes from "./Figures.module.css";

/** The evidence of a report as charts and a table: as it was when the report was written. */
export function Figures({ report }: { report: Report }) {
  const evidence = byId(report.dossier.evidence);
  const table = seasonTable(evidence);
  return (
    <div className={classes.figures}>
      <div className={classes.pair}>
        <section>
          <h3 className={classes.heading}>Percentiles</h3>
          <Percentiles ranks={seasonRanks(evidence)} />
        </section>
        <section>
          <h3 className={classes.heading}>Market value</h3>
          <Value evidence={evidence} course={valueCourse(evidence)} />
        </section>
      </div>
      <section>
        <h3 className={classes.heading}>Seasons</h3>
        {table ? <Seasons table={table} /> : <p className="quiet">No season is on record.</p>}
      </section>
    </div>
  );
}
