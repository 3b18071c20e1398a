import { useCallback, useState } from "react";

const PREFIX = "draft:";

/** Whoever signs in next on this machine sees none of them. */
export function dropDrafts() {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  }
}

/** A half-filled form kept for this tab, so that a reload or a new sign-in loses nothing. */
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
