import {
  keepPreviousData,
  noop,
  queryOptions,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useEffect } from "react";
import { listPlayers, readFilterOptions } from "@/services/api";
import type { FilterOptions, PlayerPage, PlayerQuery, PlayerSummary } from "@/services/types";
import { contractDates } from "@/lib/contractFilter";
import { DEFAULT_LIMIT, effectiveSort } from "@/lib/playerSearch";
import type { PlayerSearch } from "@/lib/playerSearch";
import { keys } from "./keys";
import { useRemovedIds } from "./useRemovals";

export type { FilterOptions, PlayerPage, PlayerSummary };

function toQuery({ contract, contract_from, contract_to, ...search }: PlayerSearch): PlayerQuery {
  return {
    ...search,
    ...contractDates({ contract, contract_from, contract_to }),
    sort: effectiveSort(search),
    limit: search.limit ?? DEFAULT_LIMIT,
  };
}

const pageOptions = (search: PlayerSearch) =>
  queryOptions({
    queryKey: keys.playerList(search),
    queryFn: ({ signal }) => listPlayers(toQuery(search), signal),
  });

function without(page: PlayerPage, removed: ReadonlySet<number>): PlayerPage {
  const players = page.players.filter((player) => !removed.has(player.id));
  return { ...page, players, total: page.total - (page.players.length - players.length) };
}

/** One page of players. The previous page stays visible while the next one loads. */
export function usePlayers(search: PlayerSearch) {
  const removed = useRemovedIds();
  return useQuery({
    ...pageOptions(search),
    placeholderData: keepPreviousData,
    select: (page) => without(page, removed),
  });
}

/** Prefetches the next page. */
export function usePrefetchNextPage(search: PlayerSearch, page: PlayerPage | undefined) {
  const client = useQueryClient();
  const next = page && page.page < page.pages ? page.page + 1 : undefined;
  useEffect(() => {
    if (!next) return;
    const timer = setTimeout(() => {
      client.query(pageOptions({ ...search, page: next })).catch(noop);
    }, 600);
    return () => {
      clearTimeout(timer);
    };
  }, [client, next, search]);
}

export function useFilterOptions() {
  return useQuery({
    queryKey: keys.filterOptions,
    queryFn: ({ signal }) => readFilterOptions(signal),
    staleTime: 5 * 60_000,
  });
}
