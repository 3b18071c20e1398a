import { useDocumentTitle } from "@mantine/hooks";
import { useParams } from "@tanstack/react-router";
import { clsx } from "clsx";
import { hasStatus, reason } from "@/hooks/problems";
import { useDialogs } from "@/hooks/useDialogs";
import { usePlayer } from "@/hooks/usePlayer";
import { useRemovedIds } from "@/hooks/useRemovals";
import { useReports } from "@/hooks/useReports";
import { useShortcuts } from "@/hooks/useShortcuts";
import { LinkButton } from "@/components/LinkButton";
import { EmptyState, ErrorState } from "@/components/States";
import { ReportHistory } from "@/pages/report/ReportHistory";
import { BackLink } from "./BackLink";
import { LatestReport } from "./LatestReport";
import { PlayerDetails } from "./PlayerDetails";
import { PlayerHeader, PlayerHeaderSkeleton } from "./PlayerHeader";
import classes from "./PlayerPage.module.css";

export function PlayerPage() {
  const { playerId } = useParams({ from: "/players/$playerId" });
  const id = Number(playerId);
  const { data: player, error, refetch } = usePlayer(id);
  const latest = useReports(id).data?.reports[0];
  const isRemoved = useRemovedIds().has(id);
  const dialogs = useDialogs();
  useDocumentTitle(`${player?.full_name ?? "Player"} · Scouting Desk`);
  useShortcuts(
    player && !isRemoved
      ? {
          s: () => {
            dialogs.scout(player);
          },
          e: () => {
            dialogs.edit(player);
          },
        }
      : {},
  );

  if (isRemoved || hasStatus(error, 404) || !Number.isInteger(id)) {
    return (
      <EmptyState
        page
        title="Player not found"
        action={<LinkButton to="/players">All players</LinkButton>}
      >
        The player may have been deleted.
      </EmptyState>
    );
  }
  if (error && !player) {
    return (
      <ErrorState
        page
        title="The player could not be loaded"
        reason={reason(error)}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <div className={classes.page}>
      <BackLink />
      {player ? (
        <PlayerHeader player={player} hasReport={Boolean(latest)} />
      ) : (
        <PlayerHeaderSkeleton />
      )}
      <LatestReport playerId={id} />
      <PlayerDetails player={player} />
      {latest && (
        <section className={clsx("panel", classes.reports)} aria-labelledby="reports">
          <h2 id="reports">All reports</h2>
          <ReportHistory playerId={id} currentId={latest.id} />
        </section>
      )}
    </div>
  );
}
