import { useMediaQuery } from "@mantine/hooks";
import { useId } from "react";
import type { Claim, Report } from "@/hooks/useReports";
import { byId } from "@/lib/evidence";
import type { OldSectionName } from "@/lib/reportLabels";
import { capitalised } from "@/lib/words";
import { EvidencePanel } from "../EvidencePanel";
import { Sentence } from "../Sentence";
import { useSelectedEvidence } from "../useSelectedEvidence";
import classes from "./OldSections.module.css";

const ROOM_FOR_PANEL = "(min-width: 56em)";
const TONES: Partial<Record<OldSectionName, string>> = {
  strengths: "good",
  weaknesses: "warn",
  risks: "plain",
};

interface Props {
  report: Report;
  /** In a dialog there is no room for the evidence beside the text. */
  narrow: boolean;
}

/** The sections of an old report; each checked sentence shows its evidence. */
export function OldSections({ report, narrow }: Props) {
  const isWide = useMediaQuery(ROOM_FOR_PANEL, false, { getInitialValueInEffect: false });
  const hasPanel = isWide && !narrow;
  const selected = useSelectedEvidence(hasPanel);
  const panelId = useId();
  const evidence = byId(report.dossier.evidence);
  const evidenceOf = (claim: Claim) => claim.evidence.flatMap((id) => evidence.get(id) ?? []);
  const inPanel =
    selected.inPanel === undefined ? undefined : report.claims[Number(selected.inPanel)];
  const checked = report.claims
    .map((claim, index) => ({ claim, index }))
    .filter(({ claim }) => claim.status === "checked");

  const section = (name: OldSectionName) => {
    const sentences = checked.filter(({ claim }) => claim.section === name);
    return (
      <section className={classes.section} data-tone={TONES[name]}>
        <h3 className={classes.heading}>{capitalised(name)}</h3>
        {sentences.length === 0 ? (
          <p className="quiet">None in the data</p>
        ) : (
          <ul className={classes.sentences}>
            {sentences.map(({ claim, index }) => (
              <Sentence
                key={index}
                id={String(index)}
                text={claim.text}
                evidence={evidenceOf(claim)}
                selected={selected}
                panelId={hasPanel ? panelId : undefined}
              />
            ))}
          </ul>
        )}
      </section>
    );
  };
  return (
    <div className={classes.text} data-panel={hasPanel}>
      <div className={classes.sections}>
        {section("recommendation")}
        {section("summary")}
        <div className={classes.columns}>
          {section("strengths")}
          <div className={classes.column}>
            {section("weaknesses")}
            {section("risks")}
          </div>
        </div>
      </div>
      {hasPanel && (
        <div className={classes.panelColumn}>
          <EvidencePanel
            id={panelId}
            className={classes.panel}
            evidence={inPanel && evidenceOf(inPanel)}
            guarantee="Every sentence was checked by code against the evidence stored with this report."
            onClose={() => {
              selected.close();
            }}
          />
        </div>
      )}
    </div>
  );
}
