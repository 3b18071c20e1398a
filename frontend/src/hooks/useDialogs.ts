import { createContext, useContext } from "react";
import type { BriefIn, PlayerSummary } from "@/services/types";

export type Subject = Pick<PlayerSummary, "id" | "full_name">;

/** The dialogs that any page can open. */
export interface Dialogs {
  create: () => void;
  edit: (player: PlayerSummary) => void;
  remove: (player: PlayerSummary) => void;
  /** Asks for the brief of a report, requests it and shows its progress. */
  scout: (player: Subject) => void;
  /** Requests a report with a known brief and shows its progress. */
  regenerate: (player: Subject, brief: BriefIn) => void;
  /** Asks whether to regenerate every outdated report, or shows the progress of a task that does. */
  regenerateAll: (taskId?: string) => void;
  /** Shows the progress of a report requested earlier. */
  follow: (player: Subject, taskId: string) => void;
  /** The player whose report progress is open in a dialog; null for all outdated reports. */
  followed: number | null | undefined;
}

export const DialogsContext = createContext<Dialogs | undefined>(undefined);

export function useDialogs(): Dialogs {
  const dialogs = useContext(DialogsContext);
  if (!dialogs) throw new Error("useDialogs needs a DialogsContext around it");
  return dialogs;
}
