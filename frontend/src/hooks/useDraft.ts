import { useCallback, useState } from "react";

const PREFIX = "draft:";

/** Drafts must not be visible to the next user of this browser. */
export function dropDrafts() {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  }
}

/** A form's unsaved values, kept in this tab across reloads and sign-ins. */
export function useDraft<T extends object>(name: string) {
  const key = PREFIX + name;
  const [found] = useState(() => {
    try {
      return JSON.parse(sessionStorage.getItem(key) ?? "null") as Partial<T> | null;
    } catch {
      return null;
    }
  });
  const keep = useCallback(
    (values: T) => {
      sessionStorage.setItem(key, JSON.stringify(values));
    },
    [key],
  );
  const drop = useCallback(() => {
    sessionStorage.removeItem(key);
  }, [key]);
  return { found, keep, drop };
}
