import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { compareReports, exportAddress, listReports, readReport } from "@/services/api";
import { isReportId } from "@/lib/reportSearch";
import { keys } from "./keys";

export { exportAddress };
export type {
  BriefItem,
  BriefOut,
  Change,
  Claim,
  Comparison,
  Content,
  ExportFormat,
  Fact,
  FactChange,
  Report,
  ReportSummary,
} from "@/services/types";

/** The reports on a player, the newest first; older ones come with `fetchNextPage`. */
export function useReports(playerId: number) {
  return useInfiniteQuery({
    queryKey: keys.reports(playerId),
    queryFn: ({ pageParam, signal }) => listReports(playerId, pageParam, signal),
    initialPageParam: 1,
    getNextPageParam: ({ page, pages }) => (page < pages ? page + 1 : undefined),
    select: ({ pages }) => ({
      reports: pages.flatMap(({ reports }) => reports),
      total: pages[0]?.total ?? 0,
    }),
  });
}

/** A complete report, once its id is known. */
export function useReport(id: string | undefined) {
  return useQuery({
    queryKey: keys.report(id ?? ""),
    queryFn: ({ signal }) => readReport(id ?? "", signal),
    enabled: id !== undefined && isReportId(id),
  });
}

/** The differences between two reports. Reports never change, so neither does the answer. */
export function useComparison(id: string, other: string) {
  return useQuery({
    queryKey: keys.comparison(id, other),
    queryFn: ({ signal }) => compareReports(id, other, signal),
    staleTime: Infinity,
  });
}
