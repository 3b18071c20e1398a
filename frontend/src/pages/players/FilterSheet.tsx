import { Sheet } from "@/components/Sheet";
import type { PlayerSearch } from "@/lib/playerSearch";
import { plural } from "@/lib/words";
import { FilterPanel } from "./FilterPanel";
import type { ChangeSearch } from "./usePlayerSearch";
import { Button } from "@/components/Button";
import classes from "./FilterSheet.module.css";

interface Props {
  search: PlayerSearch;
  change: ChangeSearch;
  total: number | undefined;
  onClose: () => void;
}

export function FilterSheet({ search, change, total, onClose }: Props) {
  return (
    <Sheet title="Filters" size={420} onClose={onClose}>
      <FilterPanel search={search} change={change} />
      <div className={classes.show}>
        <Button wide onClick={onClose}>
          {total === undefined ? "Show the players" : `Show ${plural(total, "player")}`}
        </Button>
      </div>
    </Sheet>
  );
}
