import { useValuations } from "@/hooks/useCareer";
import type { Report } from "@/hooks/useReports";
import { byId } from "@/lib/evidence";
import { seasonPercentiles } from "@/lib/percentiles";
import { seasonTable } from "@/lib/seasonTable";
import { reportValueHistory } from "@/lib/valueHistory";
import { MarketValue } from "../MarketValue";
import { PercentileTables, isWide } from "../PercentileTables";
import { SeasonTable } from "../SeasonTable";
import classes from "../ReportCharts.module.css";

/** The evidence of an old report as charts and tables, as of the day it was written. */
export function OldCharts({ report }: { report: Report }) {
  const { dossier, player_id } = report;
  const evidence = byId(dossier.evidence);
  const valuations = useValuations(player_id).data;
  const ranked = seasonPercentiles(dossier);
  const seasons = seasonTable(dossier);
  return (
    <div className={classes.charts}>
      <div className={ranked.some(isWide) ? classes.stack : classes.pair}>
        <section>
          <h3 className={classes.heading}>Percentiles</h3>
          {ranked.map((season) => (
            <PercentileTables key={season.rows[0]?.id} season={season} />
          ))}
          {ranked.length === 0 && <p className="quiet">No season with enough minutes to compare</p>}
        </section>
        <section className={classes.value}>
          <h3 className={classes.heading}>Market value</h3>
          <MarketValue
            evidence={evidence}
            history={reportValueHistory(evidence, dossier.as_of, valuations)}
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
