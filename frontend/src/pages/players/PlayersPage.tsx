import { useDocumentTitle, useMediaQuery } from "@mantine/hooks";
import { IconAdjustmentsHorizontal, IconPlus } from "@tabler/icons-react";
import { Suspense, useState } from "react";
import { useDialogs } from "@/hooks/useDialogs";
import { useKeys } from "@/hooks/useKeys";
import { usePlayers, usePrefetchNextPage } from "@/hooks/usePlayers";
import { useQuiet } from "@/hooks/useQuiet";
import { grouped } from "@/lib/words";
import { FilterChips } from "./FilterChips";
import { PlayersList } from "./PlayersList";
import { SearchBox } from "./SearchBox";
import { moveThroughRows } from "./rowFocus";
import { usePlayerSearch } from "./usePlayerSearch";
import { Button } from "@/components/Button";
import { widget } from "@/components/widget";
import classes from "./PlayersPage.module.css";

const FilterPanel = widget(() => import("./FilterPanel"), "FilterPanel");
const ListFooter = widget(() => import("./ListFooter"), "ListFooter");
const FilterSheet = widget(() => import("./FilterSheet"), "FilterSheet");

export function PlayersPage() {
  useDocumentTitle("Players · Scouting Desk");
  const { search, change } = usePlayerSearch();
  const players = usePlayers(search);
  usePrefetchNextPage(search, players.isPlaceholderData ? undefined : players.data);
  const dialogs = useDialogs();
  const quiet = useQuiet();
  const wide = useMediaQuery("(min-width: 75em)", undefined, { getInitialValueInEffect: false });
  const [filtering, setFiltering] = useState(false);
  useKeys({
    n: dialogs.create,
    j: () => { moveThroughRows(1); },
    k: () => { moveThroughRows(-1); },
  }); // prettier-ignore

  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1>
          Players
          {players.data && <span className={classes.total}>{grouped(players.data.total)}</span>}
        </h1>
        <SearchBox q={search.q} change={change} />
        {!wide && (
          <Button
            variant="default"
            icon={<IconAdjustmentsHorizontal size={16} />}
            onClick={() => {
              setFiltering(true);
            }}
          >
            Filters
          </Button>
        )}
        <Button icon={<IconPlus size={16} />} onClick={dialogs.create}>
          <span>
            Add<span className={classes.word}> player</span>
          </span>
        </Button>
      </div>
      {wide && (
        <aside className={classes.filters} aria-label="Filters">
          <Suspense>{quiet && <FilterPanel search={search} change={change} />}</Suspense>
        </aside>
      )}
      <section className={classes.list} aria-label="List of players">
        <FilterChips search={search} change={change} />
        <PlayersList search={search} change={change} players={players} />
        <div className={classes.footer}>
          <Suspense>
            {quiet && players.data?.total !== 0 && (
              <ListFooter search={search} change={change} page={players.data} />
            )}
          </Suspense>
        </div>
      </section>
      {filtering && !wide && (
        <Suspense>
          <FilterSheet
            search={search}
            change={change}
            total={players.data?.total}
            onClose={() => {
              setFiltering(false);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
