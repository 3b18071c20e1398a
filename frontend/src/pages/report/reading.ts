import type { Evidence } from "@/lib/evidence";
import type { SelectedEvidence } from "./useSelectedEvidence";

/** What every sentence of a report needs to show its evidence. */
export interface Reading {
  selected: SelectedEvidence;
  /** The panel that shows the evidence; without one, it opens below the text. */
  panelId: string | undefined;
  evidenceOf: (ids: readonly string[]) => Evidence[];
}
