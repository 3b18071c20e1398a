import { BASE, client } from "./client";
import { readToken } from "./session";
import type * as T from "./types";

interface Version {
  version: number;
}

const once = (key: string) => ({ headers: { "Idempotency-Key": key } });
const ifMatch = ({ version }: Version) => ({ "If-Match": `"${String(version)}"` });

export async function login(username: string, password: string) {
  const form = new URLSearchParams({ username, password });
  return (await client.post<T.Token>("/token", form)).data;
}

/** A new token in exchange for the current one, which must still be valid. */
export async function refreshToken() {
  return (await client.post<T.Token>("/token/refresh")).data;
}

export async function readMe(signal: AbortSignal) {
  return (await client.get<T.User>("/users/me", { signal })).data;
}

export async function changePassword(body: T.PasswordChange) {
  return (await client.post<T.Token>("/users/me/password", body)).data;
}

export async function listUsers(signal: AbortSignal) {
  return (await client.get<T.User[]>("/users", { signal })).data;
}

export async function createUser(body: T.UserCreate) {
  return (await client.post<T.User>("/users", body)).data;
}

export async function changeUser(id: number, body: T.UserPatch) {
  return (await client.patch<T.User>(`/users/${String(id)}`, body)).data;
}

export async function listPlayers(params: T.PlayerQuery, signal: AbortSignal) {
  return (await client.get<T.PlayerPage>("/players", { params, signal })).data;
}

export async function readFilterOptions(signal: AbortSignal) {
  return (await client.get<T.FilterOptions>("/players/filter-options", { signal })).data;
}

export async function listSeasons(signal: AbortSignal) {
  return (await client.get<T.Season[]>("/seasons", { signal })).data;
}

export async function listSeasonMetrics(seasonId: number, signal: AbortSignal) {
  const path = `/seasons/${String(seasonId)}/metrics`;
  return (await client.get<T.SeasonMetric[]>(path, { signal })).data;
}

export async function readPlayer(id: number, signal?: AbortSignal) {
  const config = signal ? { signal } : {};
  return (await client.get<T.Player>(`/players/${String(id)}`, config)).data;
}

export async function listValuations(playerId: number, signal: AbortSignal) {
  return (await client.get<T.Valuation[]>(`/players/${String(playerId)}/valuations`, { signal }))
    .data;
}

export async function listTransfers(playerId: number, signal: AbortSignal) {
  return (await client.get<T.Transfer[]>(`/players/${String(playerId)}/transfers`, { signal }))
    .data;
}

export async function listPlayerSeasons(playerId: number, signal: AbortSignal) {
  return (await client.get<T.PlayerSeason[]>(`/players/${String(playerId)}/seasons`, { signal }))
    .data;
}

export async function readPercentiles(
  { playerId, seasonId, scope }: { playerId: number; seasonId: number; scope: T.Scope },
  signal: AbortSignal,
) {
  const path = `/players/${String(playerId)}/seasons/${String(seasonId)}/percentiles`;
  return (await client.get<T.SeasonPercentiles>(path, { params: { scope }, signal })).data;
}

export async function listMetrics(signal: AbortSignal) {
  return (await client.get<T.Metric[]>("/metrics", { signal })).data;
}

export async function listProviders(signal: AbortSignal) {
  return (await client.get<T.Provider[]>("/providers", { signal })).data;
}

export async function createPlayer(body: T.PlayerCreate, key: string) {
  return (await client.post<T.Player>("/players", body, once(key))).data;
}

export async function patchPlayer(id: number, body: T.PlayerPatch, seen: Version) {
  const headers = ifMatch(seen);
  return (await client.patch<T.Player>(`/players/${String(id)}`, body, { headers })).data;
}

export async function deletePlayer(id: number, seen: Version) {
  await client.delete(`/players/${String(id)}`, { headers: ifMatch(seen) });
}

/** The browser completes this request even after the page is closed. */
export function deletePlayerWhileLeaving(id: number, seen: Version) {
  const authorization = { Authorization: `Bearer ${readToken() ?? ""}` };
  void fetch(`${BASE}/players/${String(id)}`, {
    method: "DELETE",
    keepalive: true,
    headers: { ...ifMatch(seen), ...authorization },
  });
}

export async function scoutPlayer(id: number, brief: T.BriefIn, key: string) {
  const path = `/players/${String(id)}/scout`;
  return (await client.post<T.TaskAccepted>(path, brief, once(key))).data;
}

/** Requests a new report, with the same brief, wherever the newest one is out of date. */
export async function regenerateReports() {
  return (await client.post<T.TaskAccepted>("/reports/regenerate")).data;
}

export async function readTask(id: string, signal: AbortSignal) {
  return (await client.get<T.Task>(`/tasks/${id}`, { signal })).data;
}

export async function readHealth(signal: AbortSignal) {
  return (await client.get<T.Health>("/health", { signal })).data;
}

/** A degraded service answers 503 with the same body, which is not an error here. */
export async function readReadiness(signal: AbortSignal) {
  const validateStatus = (status: number) => status === 200 || status === 503;
  return (await client.get<T.Readiness>("/health/ready", { signal, validateStatus })).data;
}

export async function listReports(playerId: number, page: number, signal: AbortSignal) {
  const path = `/players/${String(playerId)}/reports`;
  return (await client.get<T.ReportPage>(path, { params: { page }, signal })).data;
}

export async function readReport(id: string, signal: AbortSignal) {
  return (await client.get<T.Report>(`/reports/${id}`, { signal })).data;
}

export async function compareReports(id: string, other: string, signal: AbortSignal) {
  return (await client.get<T.Comparison>(`/reports/${id}/compare/${other}`, { signal })).data;
}

/** The address of a report's export. */
export const exportAddress = (id: string, format: T.ExportFormat) =>
  `${BASE}/reports/${id}/export?format=${format}`;
