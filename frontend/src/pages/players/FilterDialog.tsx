import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { Figure } from "@/lib/figures";
import { Dialog } from "@/components/Dialog";
import type { PlayerSearch } from "@/lib/playerSearch";
import { plural } from "@/lib/words";
import { SortFields } from "./SortFields";
import { FilterPanel } from "./FilterPanel";
import type { ChangeSearch } from "./usePlayerSearch";
import classes from "./FilterDialog.module.css";

const PHONE = "(max-width: 47.99em)";

interface Props {
  search: PlayerSearch;
  change: ChangeSearch;
  stats: readonly Figure[];
  total: number | undefined;
  onClose: () => void;
}

/** The filters on a narrow screen, and the order on a phone. */
export function FilterDialog({ search, change, stats, total, onClose }: Props) {
  const phone = useMediaQuery(PHONE, undefined, { getInitialValueInEffect: false });
  return (
    <Dialog title="Filters" size={420} onClose={onClose}>
      {phone && <SortFields search={search} change={change} stats={stats} />}
      <FilterPanel search={search} change={change} />
      <div className={classes.show}>
        <Button fullWidth onClick={onClose}>
          {total === undefined ? "Show players" : `Show ${plural(total, "player")}`}
        </Button>
      </div>
    </Dialog>
  );
}
