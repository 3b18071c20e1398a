import { Button } from "@mantine/core";
import { Dialog } from "@/components/Dialog";
import type { PlayerSearch } from "@/lib/playerSearch";
import { plural } from "@/lib/words";
import { FilterPanel } from "./FilterPanel";
import type { ChangeSearch } from "./usePlayerSearch";
import classes from "./FilterDialog.module.css";

interface Props {
  search: PlayerSearch;
  change: ChangeSearch;
  total: number | undefined;
  onClose: () => void;
}

export function FilterDialog({ search, change, total, onClose }: Props) {
  return (
    <Dialog title="Filters" size={420} onClose={onClose}>
      <FilterPanel search={search} change={change} />
      <div className={classes.show}>
        <Button fullWidth onClick={onClose}>
          {total === undefined ? "Show players" : `Show ${plural(total, "player")}`}
        </Button>
      </div>
    </Dialog>
  );
}
