import { Tabs } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useParams } from "@tanstack/react-router";
import { hasStatus, reason } from "@/hooks/problems";
import { useDialogs } from "@/hooks/useDialogs";
import { usePlayer } from "@/hooks/usePlayer";
import { useRemovedIds } from "@/hooks/useRemovals";
import { useShortcuts } from "@/hooks/useShortcuts";
import { LinkButton } from "@/components/LinkButton";
import { EmptyState, ErrorState } from "@/components/States";
import { BackLink } from "./BackLink";
import { Career } from "./Career";
import { PlayerHeader, PlayerHeaderSkeleton } from "./PlayerHeader";
import { Reports } from "./Reports";
import { usePlayerTab } from "./usePlayerTab";
import classes from "./PlayerPage.module.css";

const CAREER = "career";
const REPORTS = "reports";

export function PlayerPage() {
  const { playerId } = useParams({ from: "/players/$playerId" });
  const { search, show } = usePlayerTab();
  const id = Number(playerId);
  const { data: player, error, refetch } = usePlayer(id);
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
      {player ? <PlayerHeader player={player} /> : <PlayerHeaderSkeleton />}
      <Tabs
        // A player's own choices and queries.
        key={id}
        value={search.tab ?? CAREER}
        keepMounted={false}
        onChange={(tab) => {
          show({ tab: tab === REPORTS ? tab : undefined }, { replace: false });
        }}
        classNames={{ list: classes.tabs, panel: classes.panel }}
      >
        <Tabs.List>
          <Tabs.Tab value={CAREER}>Career</Tabs.Tab>
          <Tabs.Tab value={REPORTS}>Reports</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value={CAREER}>
          <Career playerId={id} player={player} />
        </Tabs.Panel>
        <Tabs.Panel value={REPORTS}>
          <Reports playerId={id} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
