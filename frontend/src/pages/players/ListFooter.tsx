import { NativeSelect, Pagination } from "@mantine/core";
import type { PlayerPage } from "@/hooks/usePlayers";
import { DEFAULT_LIMIT, PAGE_SIZES } from "@/lib/playerSearch";
import type { PlayerSearch } from "@/lib/playerSearch";
import { grouped } from "@/lib/words";
import { ColumnsButton } from "./ColumnsButton";
import type { ChangeSearch } from "./usePlayerSearch";
import classes from "./ListFooter.module.css";

const CONTROL_LABELS = {
  first: { "aria-label": "First page" },
  previous: { "aria-label": "Previous page" },
  next: { "aria-label": "Next page" },
  last: { "aria-label": "Last page" },
} as const;

interface Props {
  search: PlayerSearch;
  change: ChangeSearch;
  page: PlayerPage | undefined;
}

export function ListFooter({ search, change, page }: Props) {
  const current = search.page ?? 1;
  const limit = search.limit ?? DEFAULT_LIMIT;
  const first = (current - 1) * limit + 1;
  const last = page ? Math.min(page.total, current * limit) : 0;
  return (
    <div className={classes.footer}>
      <p className={classes.range} role="status">
        {page && page.total > 0 && first <= page.total
          ? `${grouped(first)}–${grouped(last)} of ${grouped(page.total)}`
          : ""}
      </p>
      <nav aria-label="List pages">
        <Pagination
          size="sm"
          total={page?.pages ?? 1}
          value={current}
          onChange={(next) => {
            change({ page: next === 1 ? undefined : next });
          }}
          getControlProps={(control) => CONTROL_LABELS[control]}
          getItemProps={(number) => ({ "aria-label": `Page ${grouped(number)}` })}
        />
      </nav>
      <div className={classes.settings}>
        <NativeSelect
          size="xs"
          aria-label="Players per page"
          data={PAGE_SIZES.map((size) => ({
            value: String(size),
            label: `${String(size)} per page`,
          }))}
          value={String(limit)}
          onChange={(event) => {
            const size = Number(event.currentTarget.value);
            change({ limit: size === DEFAULT_LIMIT ? undefined : size });
          }}
        />
        <ColumnsButton search={search} change={change} />
      </div>
    </div>
  );
}
