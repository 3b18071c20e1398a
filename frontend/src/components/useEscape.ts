import { useEffect, useRef } from "react";

type Handler = () => void;
const open: { current: Handler }[] = [];

let used = false;

/** Looked at before the input itself hears of the key, and closes its list. */
function beforeInput({ target }: KeyboardEvent) {
  used = target instanceof Element && target.closest("[aria-expanded='true']") !== null;
}

function onKeyDown(event: KeyboardEvent) {
  if (event.key !== "Escape" || event.defaultPrevented || used) return;
  open.at(-1)?.current();
}

/** Escape closes only what was opened last, and not while a list of an input is open. */
export function useEscape(handler: Handler) {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    const entry = {
      get current() {
        return latest.current;
      },
    };
    if (open.length === 0) {
      addEventListener("keydown", beforeInput, true);
      addEventListener("keydown", onKeyDown);
    }
    open.push(entry);
    return () => {
      open.splice(open.indexOf(entry), 1);
      if (open.length > 0) return;
      removeEventListener("keydown", beforeInput, true);
      removeEventListener("keydown", onKeyDown);
    };
  }, []);
}
