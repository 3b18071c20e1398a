import { useId } from "react";
import type { Claim, Report } from "@/hooks/useReports";
import { byId } from "@/lib/evidence";
import { capitalised } from "@/lib/reportWords";
import type { SectionName } from "@/lib/reportWords";
import { EvidenceRail } from "./EvidenceRail";
import { Sentence } from "./Sentence";
import { useIsWide } from "./useIsWide";
import { useShownEvidence } from "./useShownEvidence";
import classes from "./ReportText.module.css";

const RAIL_FROM = 800;
const TONES: Record<SectionName, string | undefined> = {
  summary: undefined,
  strengths: "good",
  weaknesses: "warn",
  risks: "plain",
  recommendation: "plain",
};

/** The sections of a report. Where there is room, the evidence of a sentence stands beside them. */
export function ReportText({ report }: { report: Report }) {
  const [wide, measured] = useIsWide(RAIL_FROM);
  const shown = useShownEvidence(wide);
  const railId = useId();
  const known = byId(report.dossier.evidence);
  const restsOn = (claim: Claim) => claim.evidence.flatMap((id) => known.get(id) ?? []);
  const inRail = shown.inRail === undefined ? undefined : report.claims[shown.inRail];
  const standing = report.claims
    .map((claim, number) => ({ claim, number }))
    .filter(({ claim }) => claim.status === "checked");

  const section = (name: SectionName) => {
    const sentences = standing.filter(({ claim }) => claim.section === name);
    return (
      <section className={classes.section} data-tone={TONES[name]}>
        <h3 className={classes.heading}>{capitalised(name)}</h3>
        {sentences.length === 0 ? (
          <p className="quiet">None that the record shows.</p>
        ) : (
          <ul className={classes.sentences}>
            {sentences.map(({ claim, number }) => (
              <Sentence
                key={number}
                number={number}
                text={claim.text}
                evidence={restsOn(claim)}
                shown={shown}
                railId={wide ? railId : undefined}
              />
            ))}
          </ul>
        )}
      </section>
    );
  };
  return (
    <div className={classes.text} data-rail={wide} ref={measured}>
      <div className={classes.sections}>
        {section("summary")}
        <div className={classes.columns}>
          {section("strengths")}
          <div className={classes.column}>
            {section("weaknesses")}
            {section("risks")}
          </div>
        </div>
        {section("recommendation")}
      </div>
      {wide && (
        <EvidenceRail
          id={railId}
          evidence={inRail && restsOn(inRail)}
          onClose={() => {
            shown.close();
          }}
        />
      )}
    </div>
  );
}
