import { createContext, useContext } from "react";
import type { PlayerSummary } from "@/services/types";

export type Subject = Pick<PlayerSummary, "id" | "full_name">;

/** The dialogs that any page can open. */
export interface Dialogs {
  create: () => void;
  edit: (player: PlayerSummary) => void;
  remove: (player: PlayerSummary) => void;
  /** Starts a report and shows its progress. */
  scout: (player: Subject) => void;
  /** Shows the progress of a report requested earlier. */
  follow: (player: Subject, taskId: string) => void;
  /** The player whose report progress is open in a dialog. */
  followed: number | undefined;
}

export const DialogsContext = createContext<Dialogs | undefined>(undefined);

export function useDialogs(): Dialogs {
  const dialogs = useContext(DialogsContext);
  if (!dialogs) throw new Error("useDialogs needs a DialogsContext around it");
  return dialogs;
}
