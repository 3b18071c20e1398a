import { useEffect, useRef } from "react";

/** What one key does: `/`, `?`, `n`, … */
export type KeyMap = Partial<Record<string, () => void>>;

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches("input, textarea, select"));

/** Single keys for the whole page; they rest while somebody types or answers a dialog. */
export function useKeys(map: KeyMap) {
  const latest = useRef(map);
  useEffect(() => {
    latest.current = map;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const action = latest.current[event.key];
      if (!action || typing(event.target) || document.querySelector("[aria-modal='true']")) return;
      event.preventDefault();
      action();
    };
    addEventListener("keydown", onKeyDown);
    return () => {
      removeEventListener("keydown", onKeyDown);
    };
  }, []);
}
