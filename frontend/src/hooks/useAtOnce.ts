import { useState } from "react";

/**
 * A value of the address, and a way to show the next one at once: the address itself follows as
 * a transition, after the paint that answers a click.
 */
export function useAtOnce<T>(value: T) {
  const [shown, setShown] = useState(value);
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    setShown(value);
  }
  return [shown, setShown] as const;
}
