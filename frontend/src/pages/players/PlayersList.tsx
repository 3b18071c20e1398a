import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { hasStatus, reason } from "@/hooks/problems";
import { useDialogs } from "@/hooks/useDialogs";
import type { ListRequest, usePlayers } from "@/hooks/usePlayers";
import type { Figure } from "@/lib/figures";
import { NO_FILTERS, hasFilters } from "@/lib/playerSearch";
import { EmptyState, ErrorState } from "@/components/States";
import { PlayerCards } from "./PlayerCards";
import { PlayersTable } from "./PlayersTable";
import { ShowHidden } from "./ShowHidden";
import type { ChangeSearch } from "./usePlayerSearch";

interface Props {
  request: ListRequest;
  change: ChangeSearch;
  players: ReturnType<typeof usePlayers>;
  stats: readonly Figure[];
}

/** A page of players: a table, or cards on a phone; or why there is none. */
export function PlayersList({ request, change, players, stats }: Props) {
  const phone = useMediaQuery("(max-width: 47.99em)", undefined, {
    getInitialValueInEffect: false,
  });
  const { data, error, isPlaceholderData, refetch } = players;

  if (hasStatus(error, 422) && !data) {
    return (
      <EmptyState title="Invalid filters" action={<RemoveFilters change={change} />}>
        Correct the filters marked in red, or remove all filters.
      </EmptyState>
    );
  }
  if (error && !data) {
    return (
      <ErrorState
        title="Cannot load players"
        reason={reason(error)}
        onRetry={() => void refetch()}
      />
    );
  }
  if (data?.players.length === 0) return <NoPlayers request={request} change={change} />;
  const List = phone ? PlayerCards : PlayersTable;
  return (
    <List
      players={data?.players}
      search={request.search}
      change={change}
      stats={stats}
      stale={isPlaceholderData}
    />
  );
}

function NoPlayers({ request, change }: Pick<Props, "request" | "change">) {
  const { search } = request;
  const dialogs = useDialogs();
  if (search.page && search.page > 1) {
    return (
      <EmptyState
        title="Empty page"
        action={<Button onClick={() => { change({}); }}>Go to first page</Button>} // prettier-ignore
      >
        The list is now shorter.
      </EmptyState>
    );
  }
  if (!hasFilters(search)) {
    return (
      <EmptyState
        title="No players yet"
        action={<Button onClick={dialogs.create}>Add player</Button>}
      >
        Add a player, or load a CSV file from the command line.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No matches"
      action={
        <>
          <ShowHidden request={request} change={change} />
          <RemoveFilters change={change} />
        </>
      }
    >
      No player matches the search and all filters.
    </EmptyState>
  );
}

function RemoveFilters({ change }: Pick<Props, "change">) {
  return (
    <Button
      variant="default"
      onClick={() => {
        change(NO_FILTERS);
      }}
    >
      Remove filters
    </Button>
  );
}
