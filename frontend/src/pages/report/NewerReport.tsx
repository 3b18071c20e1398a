import { Alert } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useReports } from "@/hooks/useReports";
import type { Report } from "@/hooks/useReports";
import { moment } from "@/lib/dates";
import { verdictWord } from "@/lib/reportWords";

/** Above an older report: that there is a newer one. */
export function NewerReport({ report }: { report: Report }) {
  const newest = useReports(report.player_id).data?.reports[0];
  if (!newest || newest.id === report.id) return null;
  const playerId = String(report.player_id);
  return (
    <Alert role="status">
      This is an earlier report. The newest is{" "}
      <Link to="/players/$playerId/reports/$reportId" params={{ playerId, reportId: newest.id }}>
        that of {moment(newest.created_at)}
      </Link>
      : {verdictWord(newest.verdict)}.
    </Alert>
  );
}
