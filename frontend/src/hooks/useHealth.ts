import { useQuery } from "@tanstack/react-query";
import { readReadiness } from "@/services/api";
import type { Readiness } from "@/services/types";
import { keys } from "./keys";

export type { Readiness };

export function useReadiness() {
  return useQuery({
    queryKey: keys.health,
    queryFn: ({ signal }) => readReadiness(signal),
    staleTime: 0,
    refetchInterval: 15_000,
  });
}
