import { reason } from "@/hooks/problems";
import { usePlayer } from "@/hooks/usePlayer";
import type { Task } from "@/hooks/useJobs";
import { moment, took } from "@/lib/dates";
import { Report } from "@/components/Report";
import { Bone, ErrorState } from "@/components/States";
import classes from "./FinishedReport.module.css";

interface Props {
  playerId: number;
  task: Task;
}

const seconds = (task: Task) =>
  (Date.parse(task.finished_at ?? task.created_at) - Date.parse(task.created_at)) / 1000;

export function FinishedReport({ playerId, task }: Props) {
  const { data: player, error, refetch, isPlaceholderData } = usePlayer(playerId);
  if (error) {
    return (
      <ErrorState
        title="The report could not be loaded"
        reason={reason(error)}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <>
      <p className={classes.done} role="status">
        <strong>Completed</strong> in {took(seconds(task))}
        {task.finished_at && `, ${moment(task.finished_at)}, asked for by ${task.requested_by}`}
      </p>
      {player?.scouting_report && !isPlaceholderData ? (
        <Report markdown={player.scouting_report} />
      ) : (
        <Bone width="100%" height={280} />
      )}
    </>
  );
}
