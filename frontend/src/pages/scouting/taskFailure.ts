import type { Task } from "@/hooks/useJobs";

/** Why a task did not complete; undefined unless it failed or was cancelled. */
export function taskFailure(task: Task | undefined, unknown: string): string | undefined {
  if (task?.status === "failed") return task.error ?? unknown;
  return task?.status === "cancelled" ? "Cancelled." : undefined;
}
