import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { QueryClient } from "@tanstack/react-query";
import { readPlayer } from "@/services/api";
import type { Player, PlayerPage } from "@/services/types";
import { keys } from "./keys";

export type { Player };

/** A player's summary from a cached list, shown until the complete player is loaded. */
function fromLists(client: QueryClient, id: number): Player | undefined {
  for (const [, page] of client.getQueriesData<PlayerPage>({ queryKey: keys.playerLists })) {
    const known = page?.players.find((player) => player.id === id);
    if (known) return { ...known, scouting_report: null };
  }
  return undefined;
}

export function usePlayer(id: number) {
  const client = useQueryClient();
  return useQuery<Player>({
    queryKey: keys.player(id),
    queryFn: ({ signal }) => readPlayer(id, signal),
    placeholderData: () => fromLists(client, id),
  });
}
