import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { listSeasonMetrics, listSeasons } from "@/services/api";
import { keys } from "./keys";

export type { Season } from "@/services/types";

// They change when a file is imported.
const staleTime = 60_000;

/** The seasons of all providers, latest first. */
export function useSeasons() {
  return useQuery({
    queryKey: keys.allSeasons,
    queryFn: ({ signal }) => listSeasons(signal),
    staleTime,
  });
}

/** The keys of the metrics that a season has. */
export function useSeasonMetrics(seasonId: number | undefined) {
  return useQuery({
    queryKey: keys.seasonMetrics(seasonId ?? 0),
    queryFn: ({ signal }) => listSeasonMetrics(seasonId ?? 0, signal),
    enabled: seasonId !== undefined,
    staleTime,
    placeholderData: keepPreviousData,
    select: (rows) => new Set(rows.map(({ metric }) => metric)),
  });
}
