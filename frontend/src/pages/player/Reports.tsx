import { clsx } from "clsx";
import { useReports } from "@/hooks/useReports";
import { ReportHistory } from "@/pages/report/ReportHistory";
import { LatestReport } from "./LatestReport";
import classes from "./Reports.module.css";

/** The latest report on a player, and the list of all. */
export function Reports({ playerId }: { playerId: number }) {
  const latest = useReports(playerId).data?.reports[0];
  return (
    <div className={classes.reports}>
      <LatestReport playerId={playerId} />
      {latest && (
        <section className={clsx("panel", classes.all)} aria-labelledby="reports">
          <h2 id="reports">All reports</h2>
          <ReportHistory playerId={playerId} currentId={latest.id} />
        </section>
      )}
    </div>
  );
}
