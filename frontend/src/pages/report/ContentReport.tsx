import { useMediaQuery } from "@mantine/hooks";
import { useId, useMemo } from "react";
import type { Content, Report } from "@/hooks/useReports";
import { citations } from "@/lib/content";
import { byId } from "@/lib/evidence";
import { rankedSeasons } from "@/lib/percentiles";
import { Answer } from "./Answer";
import { BriefResults } from "./BriefResults";
import { ContentCharts } from "./ContentCharts";
import { ContentSections } from "./ContentSections";
import { EvidencePanel } from "./EvidencePanel";
import { Method } from "./Method";
import { MoreFacts } from "./MoreFacts";
import { OutOfDate } from "./OutOfDate";
import { ReportMeta } from "./ReportMeta";
import { SeasonPizza } from "./SeasonPizza";
import type { Reading } from "./reading";
import { useSelectedEvidence } from "./useSelectedEvidence";
import classes from "./ContentReport.module.css";

const ROOM_FOR_PANEL = "(min-width: 64em)";
/** The panel has to stay useful below the chart. */
const ROOM_FOR_CHART = "(min-width: 64em) and (min-height: 46em)";

interface Props {
  report: Report;
  content: Content;
  /** In a dialog: the text alone, without room for the evidence beside it. */
  short: boolean;
}

/** A report: the answer, the text with its evidence, charts, and how it was made. */
export function ContentReport({ report, content, short }: Props) {
  const options = { getInitialValueInEffect: false };
  const hasPanel = useMediaQuery(ROOM_FOR_PANEL, false, options) && !short;
  const hasChart = useMediaQuery(ROOM_FOR_CHART, false, options) && !short;
  const selected = useSelectedEvidence(hasPanel);
  const panelId = useId();
  const { dossier } = report;
  const evidence = useMemo(() => byId(dossier.evidence), [dossier]);
  const cited = useMemo(() => citations(content), [content]);
  const seasons = useMemo(() => rankedSeasons(dossier), [dossier]);
  const reading: Reading = {
    selected,
    panelId: hasPanel ? panelId : undefined,
    evidenceOf: (ids) => ids.flatMap((id) => evidence.get(id) ?? []),
  };
  const shown = selected.inPanel === undefined ? undefined : cited.get(selected.inPanel);
  const isChartBeside = hasChart && seasons.length > 0;
  return (
    <>
      <div className={classes.columns} data-panel={hasPanel}>
        <div className={classes.text}>
          <Answer report={report} content={content} reading={reading} />
          {report.out_of_date && <OutOfDate report={report} />}
          {report.brief && (
            <BriefResults brief={report.brief} items={content.brief} reading={reading} />
          )}
          <ContentSections sections={content.sections} reading={reading} />
          {!short && <MoreFacts facts={content.facts} reading={reading} />}
        </div>
        {hasPanel && (
          <div className={classes.beside} data-chart={isChartBeside}>
            <div className={classes.sticky}>
              {isChartBeside && (
                <section aria-label="Percentiles">
                  <SeasonPizza seasons={seasons} />
                </section>
              )}
              <EvidencePanel
                id={panelId}
                className={classes.panel}
                evidence={shown && reading.evidenceOf(shown)}
                guarantee="Every sentence is computed from the evidence stored with this report."
                onClose={() => {
                  selected.close();
                }}
              />
            </div>
          </div>
        )}
      </div>
      {!short && (
        <>
          {dossier.evidence.length > 0 && (
            <ContentCharts report={report} seasons={isChartBeside ? [] : seasons} />
          )}
          <Method sentences={content.method} />
          <ReportMeta report={report} />
        </>
      )}
    </>
  );
}
