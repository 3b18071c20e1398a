import { useQuery } from "@tanstack/react-query";
import { listMetrics, listProviders } from "@/services/api";
import type { Metric, Provider } from "@/services/types";
import { keyLabel } from "@/lib/metrics";
import { keys } from "./keys";

export type { Metric, Provider };

// They change with the version of the service, or when an admin adds a metric.
const staleTime = 5 * 60_000;

/** Every metric, in the order of the catalogue. */
export function useMetrics() {
  return useQuery({
    queryKey: keys.metrics,
    queryFn: ({ signal }) => listMetrics(signal),
    staleTime,
  });
}

/** The known providers of statistics. */
export function useProviders() {
  return useQuery({
    queryKey: keys.providers,
    queryFn: ({ signal }) => listProviders(signal),
    staleTime,
  });
}

/** Names a provider as it is shown; by its key if it is not a known one. */
export function useProviderLabel(): (key: string) => string {
  const providers = useProviders().data;
  return (key) => providers?.find((provider) => provider.key === key)?.label ?? keyLabel(key);
}

const NO_METRICS: ReadonlyMap<string, Metric> = new Map();
const byKey = (metrics: Metric[]): ReadonlyMap<string, Metric> =>
  new Map(metrics.map((metric) => [metric.key, metric]));

/** The metrics by key, in the order of the catalogue; empty until they are loaded. */
export function useMetricsByKey(): ReadonlyMap<string, Metric> {
  const queryFn = ({ signal }: { signal: AbortSignal }) => listMetrics(signal);
  const { data } = useQuery({ queryKey: keys.metrics, queryFn, staleTime, select: byKey });
  return data ?? NO_METRICS;
}
