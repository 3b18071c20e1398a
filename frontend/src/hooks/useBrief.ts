import { useCallback } from "react";
import { isEmptyBrief, readSavedBrief } from "@/lib/brief";
import type { BriefValues } from "@/lib/brief";
import { useMe } from "./useSession";

/** The last brief of the signed-in user in this browser; undefined until the user is known. */
export function useLastBrief() {
  const { data: me, isError } = useMe();
  const key = `brief:${me?.username ?? ""}`;
  const save = useCallback(
    (values: BriefValues) => {
      if (isEmptyBrief(values)) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(values));
    },
    [key],
  );
  return { last: me || isError ? readSavedBrief(localStorage.getItem(key)) : undefined, save };
}
