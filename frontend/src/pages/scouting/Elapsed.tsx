import { useEffect, useState } from "react";
import type { Task } from "@/hooks/useJobs";
import { stopwatch } from "@/lib/dates";

interface Props {
  task: Task | undefined;
  stopped?: boolean;
}

/** How long a task has run, ticking until it is over. */
export function Elapsed({ task, stopped = false }: Props) {
  const [opened] = useState(() => Date.now());
  const [now, setNow] = useState(opened);
  const over = stopped || Boolean(task?.finished_at);
  useEffect(() => {
    if (over) return;
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 250);
    return () => {
      clearInterval(timer);
    };
  }, [over]);
  const start = task ? Date.parse(task.created_at) : opened;
  const end = task?.finished_at ? Date.parse(task.finished_at) : now;
  return (
    <span className="num" role="timer" aria-label="Elapsed time">
      {stopwatch((end - start) / 1000)}
    </span>
  );
}
