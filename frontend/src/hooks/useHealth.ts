import { useQuery } from "@tanstack/react-query";
import { readHealth, readReadiness } from "@/services/api";
import { keys } from "./keys";

export type { Readiness } from "@/services/types";

export function useHealth() {
  return useQuery({
    queryKey: keys.health,
    queryFn: ({ signal }) => readHealth(signal),
  });
}

export function useReadiness() {
  return useQuery({
    queryKey: keys.readiness,
    queryFn: ({ signal }) => readReadiness(signal),
    staleTime: 0,
    refetchInterval: 15_000,
  });
}
