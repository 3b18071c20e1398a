const TOKEN = "access_token";
const ENDED = "session_ended";

/** `ended`: the server no longer accepts the session. */
export type SessionState = "signed-in" | "signed-out" | "ended";

const listeners = new Set<() => void>();

function changed() {
  for (const listener of listeners) listener();
}

export function readToken(): string | null {
  return localStorage.getItem(TOKEN);
}

/** When the token expires, in milliseconds since 1970; undefined without a readable token. */
export function tokenExpiry(): number | undefined {
  const payload = readToken()?.split(".")[1];
  if (!payload) return undefined;
  try {
    const base64 = payload.replaceAll("-", "+").replaceAll("_", "/");
    const { exp } = JSON.parse(atob(base64)) as { exp?: unknown };
    return typeof exp === "number" ? exp * 1000 : undefined;
  } catch {
    return undefined;
  }
}

export function readSession(): SessionState {
  if (readToken()) return "signed-in";
  return sessionStorage.getItem(ENDED) ? "ended" : "signed-out";
}

export function startSession(token: string) {
  localStorage.setItem(TOKEN, token);
  sessionStorage.removeItem(ENDED);
  changed();
}

/** Ends the session that `token` belongs to; a newer session stays. */
export function endSession(token: string) {
  if (readToken() !== token) return;
  localStorage.removeItem(TOKEN);
  sessionStorage.setItem(ENDED, "yes");
  changed();
}

export function leaveSession() {
  localStorage.removeItem(TOKEN);
  sessionStorage.removeItem(ENDED);
  changed();
}

export function subscribeToSession(listener: () => void) {
  const fromOtherTab = (event: StorageEvent) => {
    if (event.key === TOKEN || event.key === null) listener();
  };
  listeners.add(listener);
  addEventListener("storage", fromOtherTab);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", fromOtherTab);
  };
}
