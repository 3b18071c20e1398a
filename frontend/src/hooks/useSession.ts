import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { changePassword, login, readMe } from "@/services/api";
import { leaveSession, readSession, startSession, subscribeToSession } from "@/services/session";
import type { PasswordChange, User } from "@/services/types";
import { keys } from "./keys";
import { dropDrafts } from "./useDraft";
import { flushRemovals } from "./useRemovals";

export type { User };

export function useSession() {
  return useSyncExternalStore(subscribeToSession, readSession);
}

export function useLogin() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (who: { username: string; password: string }) => login(who.username, who.password),
    onSuccess: ({ access_token }) => {
      startSession(access_token);
      client.removeQueries({ queryKey: ["users"] });
    },
  });
}

export function useLogout() {
  const client = useQueryClient();
  return () => {
    flushRemovals();
    dropDrafts();
    leaveSession();
    client.clear();
  };
}

/** The signed-in user. */
export function useMe() {
  const session = useSession();
  return useQuery({
    queryKey: keys.me,
    queryFn: ({ signal }) => readMe(signal),
    enabled: session === "signed-in",
    staleTime: 5 * 60_000,
  });
}

/** A new password ends every session; this one continues with the token in the answer. */
export function useChangePassword() {
  return useMutation({
    mutationFn: (change: PasswordChange) => changePassword(change),
    onSuccess: ({ access_token }) => {
      startSession(access_token);
    },
  });
}
