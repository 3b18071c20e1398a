import { useValuations } from "@/hooks/usePlayer";
import type { Report } from "@/hooks/useReports";
import { byId } from "@/lib/evidence";
import { seasonPercentiles } from "@/lib/percentiles";
import { seasonTable } from "@/lib/seasonTable";
import { valueHistory } from "@/lib/valueHistory";
import { MarketValue } from "./MarketValue";
import { PercentileTable } from "./PercentileTable";
import { SeasonTable } from "./SeasonTable";
import classes from "./ReportCharts.module.css";

/** The evidence of a report as charts and tables, as of the day it was written. */
export function ReportCharts({ report }: { report: Report }) {
  const { dossier, player_id } = report;
  const evidence = byId(dossier.evidence);
  const valuations = useValuations(player_id).data;
  const seasons = seasonTable(evidence);
  return (
    <div className={classes.charts}>
      <div className={classes.pair}>
        <section>
          <h3 className={classes.heading}>Percentiles</h3>
          <PercentileTable season={seasonPercentiles(evidence)} />
        </section>
        <section>
          <h3 className={classes.heading}>Market value</h3>
          <MarketValue
            evidence={evidence}
            history={valueHistory(evidence, dossier.as_of, valuations)}
          />
        </section>
      </div>
      <section>
        <h3 className={classes.heading}>Seasons</h3>
        {seasons ? <SeasonTable table={seasons} /> : <p className="quiet">No seasons</p>}
      </section>
    </div>
  );
}
