import { Button } from "@mantine/core";
import { useDisclosure, useDocumentTitle, useMediaQuery } from "@mantine/hooks";
import { IconAdjustmentsHorizontal, IconPlus } from "@tabler/icons-react";
import { useMemo } from "react";
import { useDialogs } from "@/hooks/useDialogs";
import { usePlayers, usePrefetchNextPage } from "@/hooks/usePlayers";
import { useShortcuts } from "@/hooks/useShortcuts";
import { plural } from "@/lib/words";
import { FilterChips } from "./FilterChips";
import { FilterDialog } from "./FilterDialog";
import { FilterPanel } from "./FilterPanel";
import { ListFooter } from "./ListFooter";
import { ListNotes } from "./ListNotes";
import { PlayersList } from "./PlayersList";
import { SearchBox } from "./SearchBox";
import { focusNextRow } from "./rowFocus";
import { useColumns } from "./useColumns";
import { usePlayerSearch } from "./usePlayerSearch";
import classes from "./PlayersPage.module.css";

export function PlayersPage() {
  useDocumentTitle("Players · Scouting Desk");
  const { search, change } = usePlayerSearch();
  const { stats } = useColumns(search.season);
  const request = useMemo(
    () => ({ search, columns: [...new Set(["minutes", ...stats.map(({ metric }) => metric)])] }),
    [search, stats],
  );
  const players = usePlayers(request);
  usePrefetchNextPage(request, players.isPlaceholderData ? undefined : players.data);
  const dialogs = useDialogs();
  const wide = useMediaQuery("(min-width: 75em)", undefined, { getInitialValueInEffect: false });
  const [filtering, { open: openFilters, close: closeFilters }] = useDisclosure();
  useShortcuts({
    n: dialogs.create,
    j: () => {
      focusNextRow(1);
    },
    k: () => {
      focusNextRow(-1);
    },
  });

  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1>Players</h1>
        <p className={classes.total}>{players.data && plural(players.data.total, "player")}</p>
        <SearchBox q={search.q} change={change} />
        {!wide && (
          <Button
            variant="default"
            leftSection={<IconAdjustmentsHorizontal size={16} />}
            onClick={openFilters}
          >
            Filters
          </Button>
        )}
        <Button
          leftSection={<IconPlus size={16} />}
          aria-label="Add player"
          onClick={dialogs.create}
        >
          Add<span className={classes.word}>&nbsp;player</span>
        </Button>
      </div>
      {wide && (
        <aside className={classes.filters} aria-label="Filters">
          <FilterPanel search={search} change={change} />
        </aside>
      )}
      <section className={classes.list} aria-label="Player list">
        <FilterChips search={search} change={change} />
        <ListNotes request={request} change={change} players={players} stats={stats} />
        <PlayersList request={request} change={change} players={players} stats={stats} />
        {players.data?.total !== 0 && (
          <ListFooter search={search} change={change} page={players.data} />
        )}
      </section>
      {filtering && !wide && (
        <FilterDialog
          search={search}
          change={change}
          stats={stats}
          total={players.data?.total}
          onClose={closeFilters}
        />
      )}
    </div>
  );
}
