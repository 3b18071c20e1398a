import { useNavigate, useSearch } from "@tanstack/react-router";
import type { PlayerTabSearch } from "@/lib/playerTab";

const FROM = "/players/$playerId";

/** What the player's address says is shown, and a function that changes it. */
export function usePlayerTab() {
  const search = useSearch({ from: FROM });
  const navigate = useNavigate({ from: FROM });
  const show = (change: Partial<PlayerTabSearch>, { replace = true } = {}) =>
    void navigate({
      to: ".",
      search: (previous) => ({ ...previous, ...change }),
      replace,
      resetScroll: false,
    });
  return { search, show };
}
