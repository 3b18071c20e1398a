import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { listPlayerSeasons, listTransfers, listValuations, readPercentiles } from "@/services/api";
import type { PlayerSeason, Scope, SeasonPercentiles, Transfer, Valuation } from "@/services/types";
import { keys } from "./keys";

export type { PlayerSeason, Scope, SeasonPercentiles, Transfer, Valuation };

/** Every market value of a player, earliest first. */
export function useValuations(playerId: number) {
  return useQuery({
    queryKey: keys.valuations(playerId),
    queryFn: ({ signal }) => listValuations(playerId, signal),
  });
}

/** Every transfer of a player, latest first. */
export function useTransfers(playerId: number) {
  return useQuery({
    queryKey: keys.transfers(playerId),
    queryFn: ({ signal }) => listTransfers(playerId, signal),
  });
}

/** The seasons of a player from all providers, latest first. */
export function usePlayerSeasons(playerId: number) {
  return useQuery({
    queryKey: keys.seasons(playerId),
    queryFn: ({ signal }) => listPlayerSeasons(playerId, signal),
  });
}

/** A season's percentiles, once its id is known; the previous ones stay until they are loaded. */
export function usePercentiles(playerId: number, seasonId: number | undefined, scope: Scope) {
  return useQuery({
    queryKey: keys.percentiles(playerId, seasonId, scope),
    queryFn: ({ signal }) => readPercentiles({ playerId, seasonId: seasonId ?? 0, scope }, signal),
    enabled: seasonId !== undefined,
    placeholderData: keepPreviousData,
  });
}
