import { useState } from "react";
import { hasStatus } from "@/hooks/problems";
import type { PlayerSummary } from "@/hooks/usePlayers";
import { useCurrentPlayer, useUpdatePlayer } from "@/hooks/usePlayerChanges";
import type { PlayerPatch } from "@/hooks/usePlayerChanges";
import { focusFirstError } from "@/lib/focus";
import { notify } from "@/lib/notify";
import { changedFields, knownPlayer, toForm } from "@/lib/playerForm";
import type { FormValues } from "@/lib/playerForm";
import { ConflictDialog } from "./ConflictDialog";
import { PlayerFields } from "./PlayerFields";
import { PlayerFormDialog } from "./PlayerFormDialog";
import { usePlayerForm } from "./usePlayerForm";

interface Props {
  player: PlayerSummary;
  onClose: () => void;
}

/** Sends only the changed fields, with the version they were changed from. */
export function EditDialog({ player, onClose }: Props) {
  const [base, setBase] = useState(player);
  const [theirs, setTheirs] = useState<PlayerSummary>();
  const [problem, setProblem] = useState<string>();
  const update = useUpdatePlayer();
  const readCurrent = useCurrentPlayer();
  const before = toForm(base);
  const { form, dirty, restored, dropDraft, showProblem } = usePlayerForm(
    String(player.id),
    before,
    knownPlayer,
  );
  const leave = () => {
    dropDraft();
    onClose();
  };

  const save = (from: PlayerSummary, values: FormValues) => {
    setProblem(undefined);
    const facts = knownPlayer.parse(values);
    const fields = changedFields(toForm(from), values);
    if (!fields.length) {
      leave();
      return;
    }
    const changes: PlayerPatch = Object.fromEntries(fields.map((field) => [field, facts[field]]));
    update.mutate(
      { id: from.id, version: from.version, changes },
      {
        onSuccess: ({ full_name }) => {
          leave();
          notify({ message: `${full_name} was saved.` });
        },
        onError: (error) => {
          if (hasStatus(error, 412)) void compare();
          else setProblem(showProblem(error));
        },
      },
    );
  };
  const compare = async () => {
    try {
      setTheirs(await readCurrent(player.id));
    } catch (error) {
      setProblem(showProblem(error));
    }
  };

  if (theirs) {
    return (
      <ConflictDialog
        initial={before}
        yours={form.values}
        theirs={theirs}
        busy={update.isPending}
        onBack={() => {
          setTheirs(undefined);
        }}
        onSave={(values) => {
          form.setValues(values);
          setBase(theirs);
          setTheirs(undefined);
          save(theirs, values);
        }}
        onDiscard={leave}
      />
    );
  }
  return (
    <PlayerFormDialog
      title={`Edit ${player.full_name}`}
      submitLabel="Save"
      busy={update.isPending}
      dirty={dirty}
      restored={restored}
      problem={problem}
      onSubmit={form.onSubmit((values) => {
        save(base, values);
      }, focusFirstError)}
      onLeave={leave}
    >
      <PlayerFields form={form} isNew={false} />
    </PlayerFormDialog>
  );
}
