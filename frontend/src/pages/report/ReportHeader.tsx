import { Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { IconArrowLeft } from "@tabler/icons-react";
import type { Report } from "@/hooks/useReports";
import { byId } from "@/lib/evidence";
import { ExportMenu } from "./ExportMenu";
import { CreateReportButton } from "@/pages/scouting/CreateReportButton";
import classes from "./ReportHeader.module.css";

interface Props {
  playerId: string;
  report: Report | undefined;
}

/** The player as the report describes them, and the report's actions. */
export function ReportHeader({ playerId, report }: Props) {
  return (
    <header className={classes.header}>
      <Link
        to="/players/$playerId"
        params={{ playerId }}
        search={{ tab: "reports" }}
        className={classes.back}
      >
        <IconArrowLeft size={15} aria-hidden="true" />
        Player
      </Link>
      {report ? (
        <div>
          <h1 className={classes.name}>{report.dossier.player}</h1>
          <p className={classes.line}>{description(report)}</p>
        </div>
      ) : (
        <Skeleton height={34} width="min(340px, 70%)" />
      )}
      {report && (
        <div className={classes.actions}>
          <ExportMenu reportId={report.id} />
          <CreateReportButton player={{ id: report.player_id, full_name: report.dossier.player }} />
        </div>
      )}
    </header>
  );
}

function description({ dossier }: Report): string {
  const evidence = byId(dossier.evidence);
  const value = (id: string) => evidence.get(id)?.value;
  const age = value("age");
  const parts = [
    value("sub_position") ?? value("position"),
    age && `${String(age)} years`,
    value("club"),
    value("league"),
  ];
  return parts.filter(Boolean).join(" · ");
}
