import { useIsFetching } from "@tanstack/react-query";
import { useEffect, useState } from "react";

const AFTER_ANSWERS_MS = 60;
const LATEST_MS = 2000;

/** True shortly after the first answers are shown, for parts that should not delay them. */
export function useQuiet(): boolean {
  const fetching = useIsFetching() > 0;
  const [quiet, setQuiet] = useState(false);
  useEffect(() => {
    if (quiet) return;
    const timer = setTimeout(
      () => {
        setQuiet(true);
      },
      fetching ? LATEST_MS : AFTER_ANSWERS_MS,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [fetching, quiet]);
  return quiet;
}
