import { Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { IconArrowLeft } from "@tabler/icons-react";
import type { Report } from "@/hooks/useReports";
import { byId } from "@/lib/evidence";
import { Exports } from "./Exports";
import { ScoutAgain } from "./ScoutAgain";
import classes from "./ReportHead.module.css";

interface Props {
  playerId: string;
  report: Report | undefined;
}

/** Whom a report is about, as it was when it was written, and what can be done with it. */
export function ReportHead({ playerId, report }: Props) {
  return (
    <header className={classes.head}>
      <Link to="/players/$playerId" params={{ playerId }} className={classes.back}>
        <IconArrowLeft size={15} aria-hidden="true" />
        The player
      </Link>
      {report ? (
        <div className={classes.who}>
          <h1 className={classes.name}>{report.dossier.player}</h1>
          <p className={classes.line}>{line(report)}</p>
        </div>
      ) : (
        <div className={classes.who}>
          <Skeleton width="min(340px, 70%)" height={34} />
        </div>
      )}
      {report && (
        <div className={classes.actions}>
          <Exports reportId={report.id} />
          {!report.out_of_date && <ScoutAgain report={report} />}
        </div>
      )}
    </header>
  );
}

function line({ dossier }: Report): string {
  const known = byId(dossier.evidence);
  const of = (id: string) => known.get(id)?.value;
  const age = of("age");
  const parts = [
    of("sub_position") ?? of("position"),
    age && `${String(age)} years`,
    of("club"),
    of("league"),
  ];
  return parts.filter(Boolean).join(" · ");
}
