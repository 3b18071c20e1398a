import { useLocalStorage } from "@mantine/hooks";
import {
  queryOptions,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import { readTask, regenerateReports, scoutPlayer } from "@/services/api";
import type { BriefIn, Task } from "@/services/types";
import { randomKey } from "@/lib/random";
import { keys } from "./keys";
import { hasStatus } from "./problems";

export type { BriefIn, Task };

const POLL_MS = 2000;
const KEPT = 12;

/** A report, or all outdated ones, requested in this browser. */
export interface Job {
  taskId: string;
  /** Null for all outdated reports. */
  playerId: number | null;
  playerName: string;
  /** What a retry requests again. */
  brief?: BriefIn;
  /** Its end has been reported. */
  over: boolean;
}

export const isOver = (task: Task | undefined) =>
  task?.status === "completed" || task?.status === "failed" || task?.status === "cancelled";

const taskOptions = (id: string) =>
  queryOptions({
    queryKey: keys.task(id),
    queryFn: ({ signal }) => readTask(id, signal),
    staleTime: Infinity,
    gcTime: Infinity,
  });

export function useJobList() {
  const [jobs, setJobs] = useLocalStorage<Job[]>({
    key: "scouting_jobs",
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  const add = useCallback(
    (job: Job) => {
      setJobs((all) => [job, ...all.filter((one) => one.playerId !== job.playerId)].slice(0, KEPT));
    },
    [setJobs],
  );
  const forget = useCallback(
    (taskIds: string[]) => {
      setJobs((all) => all.filter((one) => !taskIds.includes(one.taskId)));
    },
    [setJobs],
  );
  const markOver = useCallback(
    (taskId: string) => {
      setJobs((all) => all.map((one) => (one.taskId === taskId ? { ...one, over: true } : one)));
    },
    [setJobs],
  );
  return { jobs, add, forget, markOver };
}

/** A task's state from the cache; `useJobs` polls for all of them. */
export function useTask(id: string | undefined) {
  return useQuery({ ...taskOptions(id ?? ""), enabled: id !== undefined });
}

/** All jobs with their tasks, polled every two seconds until they end. */
export function useJobs(onOver: (job: Job, task: Task) => void) {
  const client = useQueryClient();
  const { jobs, forget, markOver } = useJobList();
  const results = useQueries({
    queries: jobs.map((job) => ({
      ...taskOptions(job.taskId),
      refetchInterval: (query: { state: { data?: Task; error: Error | null } }) =>
        isOver(query.state.data) || hasStatus(query.state.error, 404) ? false : POLL_MS,
    })),
  });
  const rows = jobs.map((job, index) => ({ job, task: results[index]?.data }));
  const unknown = jobs.filter((_, index) => hasStatus(results[index]?.error, 404));
  const ended = rows.filter(({ job, task }) => !job.over && isOver(task));

  useEffect(() => {
    if (unknown.length) forget(unknown.map((job) => job.taskId));
    for (const { job, task } of ended) {
      if (!task) continue;
      markOver(job.taskId);
      if (job.playerId === null) {
        void client.invalidateQueries({ queryKey: keys.players });
      } else {
        void client.invalidateQueries({ queryKey: keys.player(job.playerId) });
        void client.invalidateQueries({ queryKey: keys.playerLists });
      }
      onOver(job, task);
    }
  });
  return rows;
}

export function useScoutPlayer() {
  const { add } = useJobList();
  return useMutation({
    mutationFn: ({ id, brief }: { id: number; name: string; brief: BriefIn }) =>
      scoutPlayer(id, brief, randomKey()),
    onSuccess: ({ task_id }, { id, name, brief }) => {
      add({ taskId: task_id, playerId: id, playerName: name, brief, over: false });
    },
  });
}

/** Requests new reports wherever the newest one is out of date. */
export function useRegenerateReports() {
  const { add } = useJobList();
  return useMutation({
    mutationFn: regenerateReports,
    onSuccess: ({ task_id }) => {
      add({ taskId: task_id, playerId: null, playerName: "Outdated reports", over: false });
    },
  });
}
