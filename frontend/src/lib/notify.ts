import { notifications } from "@mantine/notifications";
import type { ReactNode } from "react";

interface Notice {
  id?: string;
  message: ReactNode;
  tone?: "good" | "bad";
  /** Milliseconds until it disappears. */
  stays?: number;
}

/** Shows a short message at the edge of the page; failures are announced at once. */
export function notify({ id, message, tone = "good", stays = 5000 }: Notice) {
  notifications.show({
    id,
    message,
    autoClose: stays,
    color: tone === "bad" ? "red" : "pitch",
    role: tone === "bad" ? "alert" : "status",
    closeButtonProps: { "aria-label": "Dismiss" },
  });
}
