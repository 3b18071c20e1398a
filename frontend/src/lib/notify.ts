import type { ReactNode } from "react";

interface Note {
  id?: string;
  message: ReactNode;
  tone?: "good" | "bad";
  /** How long it stays, in milliseconds. */
  stays?: number;
}

const listeners = new Set<() => void>();
let used = false;

/** Whether there has been a message: before the first one, nothing is loaded to show it. */
export const wasNotified = () => used;

export function subscribeToNotified(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Shows a short message at the edge of the page. */
export async function notify({ id, message, tone = "good", stays = 5000 }: Note) {
  used = true;
  for (const listener of listeners) listener();
  const { notifications } = await import("@mantine/notifications");
  notifications.show({
    id,
    message,
    autoClose: stays,
    color: tone === "bad" ? "var(--bad)" : "var(--accent)",
    role: tone === "bad" ? "alert" : "status",
    closeButtonProps: { "aria-label": "Dismiss" },
  });
}

export async function dismissNote(id: string) {
  const { notifications } = await import("@mantine/notifications");
  notifications.hide(id);
}
