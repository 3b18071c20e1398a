import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { changeUser, createUser, listUsers } from "@/services/api";
import type { Role, User, UserCreate, UserPatch } from "@/services/types";
import { keys } from "./keys";

export type { Role, User };

export function useUsers() {
  return useQuery({ queryKey: keys.users, queryFn: ({ signal }) => listUsers(signal) });
}

export function useCreateUser() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (user: UserCreate) => createUser(user),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.users }),
  });
}

export function useChangeUser() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, changes }: { id: number; changes: UserPatch }) => changeUser(id, changes),
    onSettled: () => client.invalidateQueries({ queryKey: ["users"] }),
  });
}
