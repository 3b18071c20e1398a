import { clsx } from "clsx";
import { IconWand } from "@tabler/icons-react";
import { useDialogs } from "@/hooks/useDialogs";
import type { Player } from "@/hooks/usePlayer";
import { Report } from "@/components/Report";
import { Bone, EmptyState } from "@/components/States";
import { Button } from "@/components/Button";
import classes from "./ReportPanel.module.css";

export function ReportPanel({ player }: { player: Player | undefined }) {
  const dialogs = useDialogs();
  return (
    <section className={clsx("panel", classes.panel)} aria-labelledby="report">
      <h2 id="report" className={classes.title}>
        Scouting report
      </h2>
      {!player && <Bone width="100%" height={290} />}
      {player?.scouting_report && <Report markdown={player.scouting_report} />}
      {player && !player.scouting_report && (
        <EmptyState
          title="No report yet"
          action={
            <Button
              icon={<IconWand size={16} />}
              onClick={() => {
                dialogs.scout(player);
              }}
            >
              Have one written
            </Button>
          }
        >
          A report sums up the record: strengths, weaknesses, and a recommendation.
        </EmptyState>
      )}
    </section>
  );
}
