import { useCallback, useSyncExternalStore } from "react";
import { deletePlayer, deletePlayerWhileLeaving } from "@/services/api";
import { keys } from "./keys";
import { queryClient } from "./queryClient";

export const UNDO_MS = 10_000;

interface Removal {
  id: number;
  version: number;
  timer: ReturnType<typeof setTimeout>;
}

/** Deletions that can still be undone; the players are hidden meanwhile. */
const waiting = new Map<number, Removal>();
const listeners = new Set<() => void>();
let removedIds: ReadonlySet<number> = new Set();

function change(work: (ids: Set<number>) => void) {
  const ids = new Set(removedIds);
  work(ids);
  removedIds = ids;
  for (const listener of listeners) listener();
}

async function finish(id: number, onFailure: (error: unknown) => void) {
  const removal = waiting.get(id);
  if (!removal) return;
  waiting.delete(id);
  try {
    await deletePlayer(id, removal);
    await queryClient.invalidateQueries({ queryKey: keys.playerLists });
    queryClient.removeQueries({ queryKey: keys.player(id) });
    void queryClient.invalidateQueries({ queryKey: keys.filterOptions });
  } catch (error) {
    onFailure(error);
  }
  change((ids) => ids.delete(id));
}

/** Sends every pending deletion now, because the page or the session ends. */
export function flushRemovals() {
  for (const removal of waiting.values()) {
    clearTimeout(removal.timer);
    deletePlayerWhileLeaving(removal.id, removal);
  }
  waiting.clear();
}

addEventListener("pagehide", flushRemovals);

export function removePlayer(
  player: { id: number; version: number },
  onFailure: (error: unknown) => void,
) {
  const { id, version } = player;
  const timer = setTimeout(() => void finish(id, onFailure), UNDO_MS);
  waiting.set(id, { id, version, timer });
  change((ids) => ids.add(id));
}

/** Cancels a pending deletion; false if it is too late. */
export function undoRemoval(id: number): boolean {
  const removal = waiting.get(id);
  if (!removal) return false;
  clearTimeout(removal.timer);
  waiting.delete(id);
  change((ids) => ids.delete(id));
  return true;
}

/** The most recent deletion that can still be undone. */
export const lastRemoval = () => [...waiting.keys()].at(-1);

export function useRemovedIds(): ReadonlySet<number> {
  const subscribe = useCallback((listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, []);
  return useSyncExternalStore(subscribe, () => removedIds);
}
