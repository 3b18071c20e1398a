import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { QueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { createPlayer, patchPlayer, readPlayer } from "@/services/api";
import type { Player, PlayerCreate, PlayerPage, PlayerPatch } from "@/services/types";
import { randomKey } from "@/lib/random";
import { keys } from "./keys";

export type { PlayerCreate, PlayerPatch };

/** Creates a player. A retry of the same form has the same idempotency key: no duplicates. */
export function useCreatePlayer() {
  const client = useQueryClient();
  const last = useRef({ body: "", key: "" });
  return useMutation({
    mutationFn: (player: PlayerCreate) => {
      const body = JSON.stringify(player);
      if (last.current.body !== body) last.current = { body, key: randomKey() };
      return createPlayer(player, last.current.key);
    },
    onSuccess: (player) => {
      client.setQueryData(keys.player(player.id), player);
      void client.invalidateQueries({ queryKey: keys.playerLists });
      void client.invalidateQueries({ queryKey: keys.filterOptions });
    },
  });
}

export interface PlayerChange {
  id: number;
  version: number;
  changes: PlayerPatch;
}

/** Applies `changes` to every cached answer that contains the player. */
function showChange(client: QueryClient, { id, changes }: PlayerChange) {
  const apply = <T extends object>(player: T): T => ({ ...player, ...changes });
  client.setQueryData<Player>(keys.player(id), (player) => player && apply(player));
  client.setQueriesData<PlayerPage>({ queryKey: keys.playerLists }, (page) =>
    page
      ? { ...page, players: page.players.map((one) => (one.id === id ? apply(one) : one)) }
      : page,
  );
}

/** Updates a player optimistically, and rolls back if the server rejects it. */
export function useUpdatePlayer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, changes }: PlayerChange) => patchPlayer(id, changes, { version }),
    onMutate: async (change) => {
      await client.cancelQueries({ queryKey: keys.players });
      const lists = client.getQueriesData<PlayerPage>({ queryKey: keys.playerLists });
      const one = client.getQueryData<Player>(keys.player(change.id));
      showChange(client, change);
      return { lists, one };
    },
    onError: (_error, change, before) => {
      for (const [key, page] of before?.lists ?? []) client.setQueryData(key, page);
      if (before?.one) client.setQueryData(keys.player(change.id), before.one);
    },
    onSuccess: (player) => {
      client.setQueryData(keys.player(player.id), player);
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.players }),
  });
}

/** Reads the player's current version, for a form whose copy is out of date. */
export function useCurrentPlayer() {
  const client = useQueryClient();
  return async (id: number) => {
    const player = await readPlayer(id);
    client.setQueryData(keys.player(id), player);
    return player;
  };
}
