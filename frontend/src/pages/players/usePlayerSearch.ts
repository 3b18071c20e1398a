import { useNavigate, useSearch } from "@tanstack/react-router";
import { startTransition, useOptimistic } from "react";
import type { PlayerSearch } from "@/lib/playerSearch";

/**
 * The search in the address, and a function to change it. A change leads to the first page,
 * unless it names another, and is visible before the router has finished the navigation.
 */
export function usePlayerSearch() {
  const current = useSearch({ from: "/players" });
  const [search, setSearch] = useOptimistic(current);
  const navigate = useNavigate({ from: "/players" });
  const change = (changes: Partial<PlayerSearch>, replace = false) => {
    startTransition(async () => {
      const next = { ...search, page: undefined, ...changes };
      setSearch(next);
      await navigate({ search: next, replace, resetScroll: changes.page !== search.page });
    });
  };
  return { search, change };
}

export type ChangeSearch = ReturnType<typeof usePlayerSearch>["change"];
