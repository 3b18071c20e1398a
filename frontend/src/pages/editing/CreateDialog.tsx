import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useCreatePlayer } from "@/hooks/usePlayerChanges";
import type { PlayerCreate } from "@/hooks/usePlayerChanges";
import { focusFirstError } from "@/lib/focus";
import { notify } from "@/lib/notify";
import { EMPTY_FORM, newPlayer } from "@/lib/playerForm";
import { PlayerFields } from "./PlayerFields";
import { PlayerFormDialog } from "./PlayerFormDialog";
import { usePlayerForm } from "./usePlayerForm";

export function CreateDialog({ onClose }: { onClose: () => void }) {
  const create = useCreatePlayer();
  const [problem, setProblem] = useState<string>();
  const { form, dirty, restored, dropDraft, showProblem } = usePlayerForm(
    "new",
    EMPTY_FORM,
    newPlayer,
  );
  const leave = () => {
    dropDraft();
    onClose();
  };
  const submit = form.onSubmit((values) => {
    setProblem(undefined);
    const player = newPlayer.parse(values) as PlayerCreate;
    create.mutate(player, {
      onSuccess: ({ id, full_name }) => {
        leave();
        notify({
          message: (
            <>
              {full_name} was added.{" "}
              <Link to="/players/$playerId" params={{ playerId: String(id) }}>
                Open
              </Link>
            </>
          ),
        });
      },
      onError: (error) => {
        setProblem(showProblem(error));
      },
    });
  }, focusFirstError);

  return (
    <PlayerFormDialog
      title="Add player"
      submitLabel="Add player"
      busy={create.isPending}
      dirty={dirty}
      restored={restored}
      problem={problem}
      onSubmit={submit}
      onLeave={leave}
    >
      <PlayerFields form={form} isNew />
    </PlayerFormDialog>
  );
}
