import { useIsFetching } from "@tanstack/react-query";
import { useEffect, useState } from "react";

// Safari has no idle callbacks.
const whenIdle = (work: () => void) =>
  "requestIdleCallback" in window ? requestIdleCallback(work) : setTimeout(work, 50);
const notAnyMore = (id: number) => {
  if ("cancelIdleCallback" in window) cancelIdleCallback(id);
  else clearTimeout(id);
};

/** True once the first answers are shown, for parts that should not delay them. */
export function useQuiet(): boolean {
  const fetching = useIsFetching() > 0;
  const [quiet, setQuiet] = useState(false);
  useEffect(() => {
    if (fetching || quiet) return;
    const id = Number(
      whenIdle(() => {
        setQuiet(true);
      }),
    );
    return () => {
      notAnyMore(id);
    };
  }, [fetching, quiet]);
  return quiet;
}
