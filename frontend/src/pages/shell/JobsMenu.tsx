import { Loader, Menu } from "@mantine/core";
import { IconCheck, IconClipboardText, IconX } from "@tabler/icons-react";
import { useDialogs } from "@/hooks/useDialogs";
import { isOver, useJobList, useJobs } from "@/hooks/useJobs";
import type { Job, Task } from "@/hooks/useJobs";
import { notify } from "@/lib/notify";
import classes from "./JobsMenu.module.css";

function endMessage({ playerId, playerName }: Job, task: Task) {
  const failure = task.error ?? "cancelled.";
  if (playerId === null) {
    return task.status === "completed"
      ? `Outdated reports: ${task.result ?? "done."}`
      : `Outdated reports were not regenerated: ${failure}`;
  }
  return task.status === "completed"
    ? `The report on ${playerName} is ready.`
    : `No report on ${playerName}: ${failure}`;
}

function stateLabel({ playerId }: Job, task: Task | undefined) {
  if (!task || task.status === "pending") return "Pending";
  if (task.status === "running") return `Running: ${task.progress.step.toLowerCase()}`;
  if (task.status !== "completed") return task.error ?? "Cancelled";
  return playerId === null ? (task.result ?? "Done") : "Report ready";
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
              const { playerId, playerName, taskId } = job;
              if (playerId === null) dialogs.regenerateAll(taskId);
              else dialogs.follow({ id: playerId, full_name: playerName }, taskId);
            }}
          >
            <span className={classes.name}>{job.playerName}</span>
            <span className={classes.state}>{stateLabel(job, task)}</span>
          </Menu.Item>
        ))}
        <Menu.Divider />
        {over.length > 0 && (
          <Menu.Item
            onClick={() => {
              forget(over.map(({ job }) => job.taskId));
            }}
          >
            Clear finished
          </Menu.Item>
        )}
        <Menu.Item
          onClick={() => {
            dialogs.regenerateAll();
          }}
        >
          Regenerate outdated reports
        </Menu.Item>
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
