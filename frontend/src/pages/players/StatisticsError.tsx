import { Button } from "@mantine/core";
import { reason } from "@/hooks/problems";
import { useMetrics } from "@/hooks/useMetrics";
import { useSeasonMetrics, useSeasons } from "@/hooks/useSeasons";

/** Why metrics cannot be chosen, with a retry; nothing if they can. */
export function StatisticsError({ season }: { season: number | undefined }) {
  const queries = [useMetrics(), useSeasons(), useSeasonMetrics(season)];
  const failed = queries.filter(({ error, data }) => error && !data);
  const error = failed[0]?.error;
  if (!error) return null;
  return (
    <p role="alert">
      {reason(error)}{" "}
      <Button
        size="xs"
        variant="default"
        onClick={() => {
          for (const query of failed) void query.refetch();
        }}
      >
        Try again
      </Button>
    </p>
  );
}
