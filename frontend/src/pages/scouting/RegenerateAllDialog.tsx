import { Alert, Button, Group } from "@mantine/core";
import { reason } from "@/hooks/problems";
import { useRegenerateReports, useTask } from "@/hooks/useJobs";
import { Dialog } from "@/components/Dialog";
import { TaskProgress } from "./TaskProgress";
import { taskFailure } from "./taskFailure";

interface Props {
  /** An existing task to follow; without it, the user is asked first. */
  taskId: string | undefined;
  onClose: () => void;
}

/** Regenerates every outdated report, after a confirmation. Closing the dialog stops nothing. */
export function RegenerateAllDialog({ taskId, onClose }: Props) {
  const regenerate = useRegenerateReports();
  const id = regenerate.data?.task_id ?? taskId;
  const task = useTask(id).data;
  const failure = regenerate.isError
    ? reason(regenerate.error)
    : taskFailure(task, "The reports could not be regenerated.");
  const ended = task?.status === "completed" || failure !== undefined;
  return (
    <Dialog title="Regenerate outdated reports" size={480} onClose={onClose}>
      {id ? (
        <>
          <TaskProgress task={task} failed={failure !== undefined} />
          {task?.status === "completed" && task.result && <p>{task.result}</p>}
        </>
      ) : (
        <p>
          Every player whose newest report is out of date gets a new report with the same brief.
          Existing reports are kept. With a language model, each new report is paid for.
        </p>
      )}
      {failure && (
        <Alert color="red" mt="md">
          {failure}
        </Alert>
      )}
      <Group justify="flex-end" mt="lg" gap={8}>
        <Button variant={id && !ended ? "filled" : "default"} onClick={onClose} data-autofocus>
          {id ? (ended ? "Close" : "Continue in background") : "Cancel"}
        </Button>
        {!id && (
          <Button
            loading={regenerate.isPending}
            onClick={() => {
              regenerate.mutate();
            }}
          >
            {failure ? "Try again" : "Regenerate"}
          </Button>
        )}
      </Group>
    </Dialog>
  );
}
