import { useDocumentTitle } from "@mantine/hooks";
import { useParams } from "@tanstack/react-router";
import { hasStatus, reason } from "@/hooks/problems";
import { useDialogs } from "@/hooks/useDialogs";
import { useShortcuts } from "@/hooks/useShortcuts";
import { usePlayer } from "@/hooks/usePlayer";
import { useRemovedIds } from "@/hooks/useRemovals";
import { EmptyState, ErrorState } from "@/components/States";
import { BackLink } from "./BackLink";
import { Dossier } from "./Dossier";
import { DossierSkeleton } from "./DossierSkeleton";
import { Record } from "./Record";
import { ReportList } from "./ReportList";
import { ReportPanel } from "./ReportPanel";
import { LinkButton } from "@/components/LinkButton";
import classes from "./PlayerPage.module.css";

export function PlayerPage() {
  const { playerId } = useParams({ from: "/players/$playerId" });
  const id = Number(playerId);
  const { data: player, error, refetch, isPlaceholderData } = usePlayer(id);
  const removed = useRemovedIds().has(id);
  const dialogs = useDialogs();
  useDocumentTitle(`${player?.full_name ?? "Player"} · Scouting Desk`);
  useShortcuts(
    player && !removed
      ? {
          s: () => { dialogs.scout(player); },
          e: () => { dialogs.edit(player); },
        }
      : {},
  ); // prettier-ignore

  if (removed || hasStatus(error, 404) || !Number.isInteger(id)) return <Nobody />;
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
      {player ? <Dossier player={player} /> : <DossierSkeleton />}
      <ReportPanel playerId={id} player={isPlaceholderData ? undefined : player} />
      <Record player={player} />
      <ReportList playerId={id} />
    </div>
  );
}

function Nobody() {
  return (
    <EmptyState
      page
      title="There is no such player"
      action={<LinkButton to="/players">Go to the players</LinkButton>}
    >
      The player may have been removed from the desk.
    </EmptyState>
  );
}
