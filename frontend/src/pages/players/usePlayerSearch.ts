import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import type { PlayerSearch } from "@/lib/playerSearch";

/** The search in the address. Whatever changes it leads to the first page, unless it says else. */
export function usePlayerSearch() {
  const search = useSearch({ from: "/players" });
  const navigate = useNavigate({ from: "/players" });
  const change = useCallback(
    (changes: Partial<PlayerSearch>, replace = false) => {
      void navigate({
        search: (before) => ({ ...before, page: undefined, ...changes }),
        replace,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return { search, change };
}

export type ChangeSearch = ReturnType<typeof usePlayerSearch>["change"];
