import { useIdle } from "@mantine/hooks";
import { useEffect } from "react";
import { refreshToken } from "@/services/api";
import { startSession, tokenExpiry } from "@/services/session";

const CHECK_MS = 30_000;
const REFRESH_BELOW_MS = 10 * 60_000;

async function refreshIfDue() {
  const left = (tokenExpiry() ?? 0) - Date.now();
  if (left <= 0 || left > REFRESH_BELOW_MS) return;
  try {
    startSession((await refreshToken()).access_token);
  } catch {
    // The next check tries again; an expired token opens the sign-in dialog.
  }
}

/**
 * Exchanges the token for a new one while the user is active and less than ten minutes are left.
 * Tabs share the token, so the others see the new expiry and do not ask again.
 */
export function useKeepSignedIn() {
  const idle = useIdle(REFRESH_BELOW_MS, { initialState: false });
  useEffect(() => {
    if (idle) return;
    void refreshIfDue();
    const timer = setInterval(() => void refreshIfDue(), CHECK_MS);
    return () => {
      clearInterval(timer);
    };
  }, [idle]);
}
