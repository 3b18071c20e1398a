import { Button } from "@mantine/core";
import { clsx } from "clsx";
import { IconWand } from "@tabler/icons-react";
import { reason } from "@/hooks/problems";
import { useDialogs } from "@/hooks/useDialogs";
import type { Player } from "@/hooks/usePlayer";
import { useReport, useReports } from "@/hooks/useReports";
import { LinkButton } from "@/components/LinkButton";
import { EmptyState, ErrorState } from "@/components/States";
import { Exports } from "@/pages/report/Exports";
import { ReportSkeleton } from "@/pages/report/ReportSkeleton";
import { ReportView } from "@/pages/report/ReportView";
import { ScoutAgain } from "@/pages/report/ScoutAgain";
import classes from "./ReportPanel.module.css";

interface Props {
  playerId: number;
  player: Player | undefined;
}

/** The newest report on a player. */
export function ReportPanel({ playerId, player }: Props) {
  const list = useReports(playerId);
  const newest = list.data?.reports[0]?.id;
  const { data: report, error, refetch } = useReport(newest);
  const failed = (list.error && !list.data ? list.error : undefined) ?? (report ? null : error);
  return (
    <section className={clsx("panel", classes.panel)} aria-labelledby="report">
      <div className={classes.head}>
        <h2 id="report">Scouting report</h2>
        {newest && (
          <div className={classes.actions}>
            <LinkButton
              variant="default"
              to="/players/$playerId/reports/$reportId"
              params={{ playerId: String(playerId), reportId: newest }}
            >
              Open its page
            </LinkButton>
            <Exports reportId={newest} />
          </div>
        )}
      </div>
      {failed && (
        <ErrorState
          title="The report could not be loaded"
          reason={reason(failed)}
          onRetry={() => void (list.data ? refetch() : list.refetch())}
        />
      )}
      {report && (
        <ReportView key={report.id} report={report} again={<ScoutAgain report={report} />} />
      )}
      {list.data && !newest && <NoReport player={player} />}
      {!failed && !report && !(list.data && !newest) && <ReportSkeleton />}
    </section>
  );
}

function NoReport({ player }: { player: Player | undefined }) {
  const dialogs = useDialogs();
  return (
    <EmptyState
      title="No report yet"
      action={
        player && (
          <Button
            leftSection={<IconWand size={16} />}
            onClick={() => {
              dialogs.scout(player);
            }}
          >
            Have one written
          </Button>
        )
      }
    >
      A report sums up the record: strengths, weaknesses, risks, and a recommendation, each sentence
      checked against the evidence.
    </EmptyState>
  );
}
