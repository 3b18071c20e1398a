import { Loader, Menu } from "@mantine/core";
import { IconCheck, IconClipboardText, IconX } from "@tabler/icons-react";
import { useDialogs } from "@/hooks/useDialogs";
import { isOver, useJobList, useJobs } from "@/hooks/useJobs";
import type { Job, Task } from "@/hooks/useJobs";
import { notify } from "@/lib/notify";
import classes from "./JobsMenu.module.css";

const endMessage = (job: Job, task: Task) =>
  task.status === "completed"
    ? `The report on ${job.playerName} is ready.`
    : `No report on ${job.playerName}: ${task.error ?? "cancelled."}`;

function stateLabel(task: Task | undefined) {
  if (!task || task.status === "pending") return "Pending";
  if (task.status === "running") return `Running: ${task.progress.step.toLowerCase()}`;
  return task.status === "completed" ? "Report ready" : (task.error ?? "Cancelled");
}

/** The reports requested in this browser, with their state. */
export function JobsMenu() {
  const dialogs = useDialogs();
  const { forget } = useJobList();
  const rows = useJobs((job, task) => {
    if (dialogs.followed === job.playerId) return;
    notify({
      message: endMessage(job, task),
      tone: task.status === "completed" ? "good" : "bad",
    });
  });
  const running = rows.filter(({ task }) => !isOver(task)).length;
  const over = rows.filter(({ task }) => isOver(task));
  const label = running ? `Reports, ${String(running)} running` : "Reports";

  return (
    <Menu
      position="bottom-end"
      width={320}
      shadow="md"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <button type="button" className={classes.button} aria-label={label}>
          {running ? (
            <Loader size={14} color="#7fe0b2" />
          ) : (
            <IconClipboardText size={17} stroke={1.7} aria-hidden="true" />
          )}
          {running ? `${String(running)} running` : "Reports"}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Reports you requested in this browser</Menu.Label>
        {rows.length === 0 && (
          <Menu.Item disabled className={classes.empty}>
            None yet. Choose “Create report” on a player.
          </Menu.Item>
        )}
        {rows.map(({ job, task }) => (
          <Menu.Item
            key={job.taskId}
            leftSection={<Mark task={task} />}
            onClick={() => {
              dialogs.follow({ id: job.playerId, full_name: job.playerName }, job.taskId);
            }}
          >
            <span className={classes.name}>{job.playerName}</span>
            <span className={classes.state}>{stateLabel(task)}</span>
          </Menu.Item>
        ))}
        {over.length > 0 && (
          <>
            <Menu.Divider />
            <Menu.Item
              onClick={() => {
                forget(over.map(({ job }) => job.taskId));
              }}
            >
              Clear finished
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function Mark({ task }: { task: Task | undefined }) {
  if (!isOver(task)) return <Loader size={14} />;
  return task?.status === "completed" ? (
    <IconCheck size={16} color="var(--good)" />
  ) : (
    <IconX size={16} color="var(--bad)" />
  );
}
