import type { PlayerQuery } from "@/services/types";

/** Query keys. */
export const keys = {
  players: ["players"] as const,
  playerLists: ["players", "list"] as const,
  playerList: (query: PlayerQuery) => ["players", "list", query] as const,
  player: (id: number) => ["players", "one", id] as const,
  // Below the player's key, so that invalidating a player invalidates these too.
  reports: (playerId: number) => ["players", "one", playerId, "reports"] as const,
  valuations: (playerId: number) => ["players", "one", playerId, "valuations"] as const,
  transfers: (playerId: number) => ["players", "one", playerId, "transfers"] as const,
  seasons: (playerId: number) => ["players", "one", playerId, "seasons"] as const,
  percentiles: (playerId: number, seasonId: number | undefined, scope: string) =>
    ["players", "one", playerId, "percentiles", seasonId, scope] as const,
  report: (id: string) => ["players", "report", id] as const,
  comparison: (id: string, other: string) => ["players", "comparison", id, other] as const,
  filterOptions: ["players", "options"] as const,
  metrics: ["metrics"] as const,
  providers: ["providers"] as const,
  allSeasons: ["seasons"] as const,
  seasonMetrics: (id: number) => ["seasons", id, "metrics"] as const,
  task: (id: string) => ["tasks", id] as const,
  me: ["users", "me"] as const,
  users: ["users", "all"] as const,
  health: ["health", "up"] as const,
  readiness: ["health", "ready"] as const,
};
