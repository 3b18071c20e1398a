import { Loader } from "@mantine/core";
import { IconCheck, IconCircle, IconX } from "@tabler/icons-react";
import type { Task } from "@/hooks/useJobs";
import { Elapsed } from "./Elapsed";
import classes from "./Steps.module.css";

const NAMES = ["Pending", "Running", "Completed"] as const;
const REACHED = { pending: 0, running: 1, completed: 2, failed: 1, cancelled: 1 } as const;

interface Props {
  task: Task | undefined;
  failed: boolean;
}

/** Pending → Running → Completed, and how long it has taken. */
export function Steps({ task, failed }: Props) {
  const reached = REACHED[task?.status ?? "pending"];
  const progress = task?.progress;
  const detail = failed
    ? "Stopped"
    : task?.status === "running" && progress
      ? `${progress.step}${progress.attempt > 1 ? `, attempt ${String(progress.attempt)}` : ""}`
      : "Waiting for a free worker";
  return (
    <div>
      <ol className={classes.steps}>
        {NAMES.map((name, index) => (
          <li
            key={name}
            aria-current={index === reached ? "step" : undefined}
            data-state={index < reached ? "past" : index === reached ? "now" : "ahead"}
          >
            <StepIcon state={index - reached} failed={failed} />
            {name}
          </li>
        ))}
      </ol>
      <div
        className={classes.track}
        role="progressbar"
        aria-label="Progress of the report"
        aria-valuenow={progress?.percent ?? 0}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <span
          style={{ width: `${String(Math.max(progress?.percent ?? 0, 4))}%` }}
          data-failed={failed}
        />
      </div>
      <p className={classes.detail}>
        <span role="status">{detail}</span>
        <Elapsed task={task} stopped={failed} />
      </p>
    </div>
  );
}

function StepIcon({ state, failed }: { state: number; failed: boolean }) {
  if (state < 0) return <IconCheck size={16} color="var(--good)" />;
  if (state > 0) return <IconCircle size={16} color="var(--line-strong)" />;
  return failed ? <IconX size={16} color="var(--bad)" /> : <Loader size={14} />;
}
