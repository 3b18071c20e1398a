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
import { seenSince } from "@/lib/seasons";
import { keys } from "./keys";
import { useRemovedIds } from "./useRemovals";

export type { FilterOptions, PlayerPage, PlayerSummary };

/** A search, and the metrics whose figures are shown. */
export interface ListRequest {
  search: PlayerSearch;
  columns: string[];
}

function toQuery({ search, columns }: ListRequest, recent: number | undefined): PlayerQuery {
  const { contract, contract_from, contract_to, not_seen, ...filters } = search;
  return {
    ...filters,
    ...contractDates({ contract, contract_from, contract_to }),
    ...(not_seen || recent === undefined ? {} : { last_season_min: recent }),
    ...(filters.season === undefined || columns.length === 0 ? {} : { column: columns }),
    sort: effectiveSort(search),
    limit: search.limit ?? DEFAULT_LIMIT,
  };
}

/** How many players are suggested. */
const FOUND = 8;

const pageOptions = (query: PlayerQuery) =>
  queryOptions({
    queryKey: keys.playerList(query),
    queryFn: ({ signal }) => listPlayers(query, signal),
  });

function without(page: PlayerPage, removed: ReadonlySet<number>): PlayerPage {
  const players = page.players.filter((player) => !removed.has(player.id));
  return { ...page, players, total: page.total - (page.players.length - players.length) };
}

/** The earliest last season of a player who counts as seen recently; undefined if unknown. */
export const useSeenSince = () => seenSince(useFilterOptions().data?.newest_season);

/** One page of players. The previous page stays visible while the next one loads. */
export function usePlayers(request: ListRequest) {
  const removed = useRemovedIds();
  const options = useFilterOptions();
  return useQuery({
    ...pageOptions(toQuery(request, seenSince(options.data?.newest_season))),
    // Without the filter options, the list has all players.
    enabled: !options.isPending || options.failureCount > 0,
    placeholderData: keepPreviousData,
    select: (page) => without(page, removed),
  });
}

/** Prefetches the next page. */
export function usePrefetchNextPage(request: ListRequest, page: PlayerPage | undefined) {
  const client = useQueryClient();
  const recent = useSeenSince();
  const next = page && page.page < page.pages ? page.page + 1 : undefined;
  useEffect(() => {
    if (!next) return;
    const search = { ...request.search, page: next };
    const timer = setTimeout(() => {
      client.query(pageOptions(toQuery({ ...request, search }, recent))).catch(noop);
    }, 600);
    return () => {
      clearTimeout(timer);
    };
  }, [client, next, request, recent]);
}

const totalOf = ({ total }: PlayerPage) => total;

const playersOf = ({ players }: PlayerPage) => players;

/** The players whose name or club matches best; none for an empty text. */
export function useFoundPlayers(text: string) {
  return useQuery({
    ...pageOptions({ q: text, limit: FOUND }),
    enabled: text !== "",
    select: playersOf,
  });
}

/** The number of players that match a query; undefined while that is unknown. */
function useTotal(query: PlayerQuery, enabled: boolean): number | undefined {
  const counted: PlayerQuery = { ...query, sort: "id", limit: 1 };
  delete counted.page;
  delete counted.column;
  return useQuery({ ...pageOptions(counted), enabled, select: totalOf }).data;
}

/** The number of players that are hidden because they were not seen recently. */
export function useHiddenCount(request: ListRequest): number | undefined {
  const recent = useSeenSince();
  const enabled = recent !== undefined && !request.search.not_seen;
  const list = pageOptions(toQuery(request, recent));
  const shown = useQuery({ ...list, enabled, select: totalOf }).data;
  const all = useTotal(toQuery(request, undefined), enabled);
  return all === undefined || shown === undefined ? undefined : all - shown;
}

/** The number of players of the list with statistics in the chosen season. */
export function useCountWithStatistics(request: ListRequest, enabled: boolean): number | undefined {
  const recent = useSeenSince();
  const search = { ...request.search, minutes_min: request.search.minutes_min ?? 0 };
  return useTotal(toQuery({ ...request, search }, recent), enabled);
}

export function useFilterOptions() {
  return useQuery({
    queryKey: keys.filterOptions,
    queryFn: ({ signal }) => readFilterOptions(signal),
    staleTime: 5 * 60_000,
  });
}
