import { useMediaQuery } from "@mantine/hooks";
import { useDeferredValue } from "react";
import type { usePlayers } from "@/hooks/usePlayers";
import { useDialogs } from "@/hooks/useDialogs";
import { reason } from "@/hooks/problems";
import { NO_FILTERS, hasFilters } from "@/lib/playerSearch";
import type { PlayerSearch } from "@/lib/playerSearch";
import { EmptyState, ErrorState } from "@/components/States";
import { PlayerCards } from "./PlayerCards";
import { PlayersTable } from "./PlayersTable";
import type { ChangeSearch } from "./usePlayerSearch";
import { Button } from "@/components/Button";

interface Props {
  search: PlayerSearch;
  change: ChangeSearch;
  players: ReturnType<typeof usePlayers>;
}

/** The page of players in whatever state it is: a table, or cards on a phone. */
export function PlayersList({ search, change, players }: Props) {
  const phone = useMediaQuery("(max-width: 47.99em)", undefined, {
    getInitialValueInEffect: false,
  });
  const { data, error, isPlaceholderData, refetch } = players;
  // Fifty rows take their time: whatever is typed or pressed meanwhile comes first.
  const shown = useDeferredValue(data?.players);

  if (error && !data) {
    return (
      <ErrorState
        title="The players could not be loaded"
        reason={reason(error)}
        onRetry={() => void refetch()}
      />
    );
  }
  if (data?.players.length === 0) return <NoPlayers search={search} change={change} />;
  const List = phone ? PlayerCards : PlayersTable;
  return <List players={shown} search={search} change={change} stale={isPlaceholderData} />;
}

function NoPlayers({ search, change }: Omit<Props, "players">) {
  const dialogs = useDialogs();
  if (search.page && search.page > 1) {
    return (
      <EmptyState
        title="This page is empty"
        action={<Button onClick={() => { change({}); }}>Go to the first page</Button>} // prettier-ignore
      >
        The list has become shorter than it was.
      </EmptyState>
    );
  }
  if (!hasFilters(search)) {
    return (
      <EmptyState
        title="No players yet"
        action={<Button onClick={dialogs.create}>Add the first player</Button>}
      >
        Add a player by hand, or load a CSV file from the command line.
      </EmptyState>
    );
  }
  const clear = () => {
    change(NO_FILTERS);
  };
  return (
    <EmptyState
      title="No player fits"
      action={
        <>
          <Button onClick={clear}>Clear search and filters</Button>
          <Button variant="default" onClick={dialogs.create}>
            Add a player
          </Button>
        </>
      }
    >
      Nobody matches all of these at once. Take one away, or check the spelling.
    </EmptyState>
  );
}
