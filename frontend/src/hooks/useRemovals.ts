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

/** Players that are shown as removed while their removal can still be undone. */
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

/** Sends every waiting removal now: the page is being left, or the session. */
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

/** Takes a removal back; false where it is too late. */
export function undoRemoval(id: number): boolean {
  const removal = waiting.get(id);
  if (!removal) return false;
  clearTimeout(removal.timer);
  waiting.delete(id);
  change((ids) => ids.delete(id));
  return true;
}

/** The removal that was asked for last and can still be undone. */
export const lastRemoval = () => [...waiting.keys()].at(-1);

export function useRemovedIds(): ReadonlySet<number> {
  const subscribe = useCallback((listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, []);
  return useSyncExternalStore(subscribe, () => removedIds);
}
