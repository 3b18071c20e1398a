import { clsx } from "clsx";
import { useReports } from "@/hooks/useReports";
import { Versions } from "@/pages/report/Versions";
import classes from "./Record.module.css";

/** The reports on a player, once there is one. */
export function ReportList({ playerId }: { playerId: number }) {
  const newest = useReports(playerId).data?.reports[0];
  if (!newest) return null;
  return (
    <section className={clsx("panel", classes.record)} aria-labelledby="reports">
      <h2 id="reports">All reports</h2>
      <Versions playerId={playerId} current={newest.id} />
    </section>
  );
}
