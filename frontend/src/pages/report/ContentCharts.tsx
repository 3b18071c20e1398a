import { useValuations } from "@/hooks/useCareer";
import type { Report } from "@/hooks/useReports";
import { byId } from "@/lib/evidence";
import type { SeasonPercentiles } from "@/lib/percentiles";
import { seasonTable } from "@/lib/seasonTable";
import { reportValueHistory } from "@/lib/valueHistory";
import { MarketValue } from "./MarketValue";
import { SeasonPizza } from "./SeasonPizza";
import { SeasonTable } from "./SeasonTable";
import classes from "./ReportCharts.module.css";

interface Props {
  report: Report;
  /** Empty where there are none, or where they are beside the text. */
  seasons: SeasonPercentiles[];
}

/** The evidence of a report as charts and tables, as of the day it was written. */
export function ContentCharts({ report, seasons }: Props) {
  const { dossier, player_id } = report;
  const evidence = byId(dossier.evidence);
  const valuations = useValuations(player_id).data;
  const table = seasonTable(dossier);
  const value = (
    <section>
      <h3 className={classes.heading}>Market value</h3>
      <MarketValue
        evidence={evidence}
        history={reportValueHistory(evidence, dossier.as_of, valuations)}
      />
    </section>
  );
  const played = (
    <section>
      <h3 className={classes.heading}>Seasons</h3>
      {table ? <SeasonTable table={table} /> : <p className="quiet">No seasons</p>}
    </section>
  );
  if (seasons.length === 0) {
    return (
      <div className={classes.charts}>
        <div className={classes.wideRight}>
          {value}
          {played}
        </div>
      </div>
    );
  }
  return (
    <div className={classes.charts}>
      <div className={classes.pair}>
        <section>
          <h3 className={classes.heading}>Percentiles</h3>
          <SeasonPizza seasons={seasons} />
        </section>
        {value}
      </div>
      {played}
    </div>
  );
}
