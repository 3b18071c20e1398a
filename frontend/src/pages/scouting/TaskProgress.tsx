import { Loader, Progress } from "@mantine/core";
import { useInterval } from "@mantine/hooks";
import { IconCheck, IconCircle, IconX } from "@tabler/icons-react";
import { useState } from "react";
import type { Task } from "@/hooks/useJobs";
import { stopwatch } from "@/lib/dates";
import classes from "./TaskProgress.module.css";

const LAST_STEP = {
  pending: "Completed",
  running: "Completed",
  completed: "Completed",
  failed: "Failed",
  cancelled: "Cancelled",
} as const;
const CURRENT = { pending: 0, running: 1, completed: 2, failed: 2, cancelled: 2 } as const;

interface Props {
  task: Task | undefined;
  /** The task, or the request for it, failed. */
  failed: boolean;
}

/** Pending, running, and how the task ended, with the elapsed time. */
export function TaskProgress({ task, failed }: Props) {
  const status = failed && task?.status !== "cancelled" ? "failed" : (task?.status ?? "pending");
  const current = CURRENT[status];
  const progress = task?.progress;
  const attempt = progress && progress.attempt > 1 ? `, attempt ${String(progress.attempt)}` : "";
  const detail = {
    pending: "Waiting for a worker",
    running: `${progress?.step ?? "Running"}${attempt}`,
    completed: "Completed",
    failed: "Failed",
    cancelled: "Cancelled",
  }[status];
  return (
    <div>
      <ol className={classes.steps}>
        {["Pending", "Running", LAST_STEP[status]].map((name, index) => (
          <li key={name} aria-current={index === current ? "step" : undefined}>
            <StepIcon offset={status === "completed" ? -1 : index - current} failed={failed} />
            {name}
          </li>
        ))}
      </ol>
      <Progress
        aria-label="Report progress"
        size={4}
        color={failed ? "red" : undefined}
        value={Math.max(progress?.percent ?? 0, 4)}
      />
      <p className={classes.detail}>
        <span role="status">{detail}</span>
        <ElapsedTime task={task} stopped={failed} />
      </p>
    </div>
  );
}

/** `offset` counts the steps from the current one. */
function StepIcon({ offset, failed }: { offset: number; failed: boolean }) {
  if (offset < 0) return <IconCheck size={16} color="var(--good)" aria-hidden="true" />;
  if (offset > 0) return <IconCircle size={16} color="var(--line-strong)" aria-hidden="true" />;
  return failed ? (
    <IconX size={16} color="var(--bad)" aria-hidden="true" />
  ) : (
    <Loader size={14} aria-hidden="true" />
  );
}

/** How long a task has run; it stops with the task. */
function ElapsedTime({ task, stopped }: { task: Task | undefined; stopped: boolean }) {
  const [opened] = useState(() => Date.now());
  const [now, setNow] = useState(opened);
  useInterval(
    () => {
      if (!stopped) setNow(Date.now());
    },
    250,
    { autoInvoke: true },
  );
  const start = task ? Date.parse(task.created_at) : opened;
  const end = task?.finished_at ? Date.parse(task.finished_at) : now;
  return (
    <span className="num" role="timer" aria-label="Elapsed time">
      {stopwatch((end - start) / 1000)}
    </span>
  );
}
