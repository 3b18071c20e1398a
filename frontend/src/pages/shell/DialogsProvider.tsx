import { Suspense, lazy, useMemo, useState } from "react";
import type { ReactNode } from "react";
import { DialogsContext } from "@/hooks/useDialogs";
import type { Dialogs, Subject } from "@/hooks/useDialogs";
import type { BriefIn } from "@/hooks/useJobs";
import type { PlayerSummary } from "@/hooks/usePlayers";

const CreateDialog = lazy(async () => {
  const { CreateDialog } = await import("@/pages/editing/CreateDialog");
  return { default: CreateDialog };
});
const EditDialog = lazy(async () => {
  const { EditDialog } = await import("@/pages/editing/EditDialog");
  return { default: EditDialog };
});
const DeleteDialog = lazy(async () => {
  const { DeleteDialog } = await import("@/pages/editing/DeleteDialog");
  return { default: DeleteDialog };
});
const CreateReportDialog = lazy(async () => {
  const { CreateReportDialog } = await import("@/pages/scouting/CreateReportDialog");
  return { default: CreateReportDialog };
});

const RegenerateAllDialog = lazy(async () => {
  const { RegenerateAllDialog } = await import("@/pages/scouting/RegenerateAllDialog");
  return { default: RegenerateAllDialog };
});

type Open =
  | { kind: "create" }
  | { kind: "edit" | "remove"; player: PlayerSummary }
  | { kind: "scout"; player: Subject; brief?: BriefIn; taskId?: string; asked: number }
  | { kind: "regenerateAll"; taskId: string | undefined };

function followedBy(open: Open | undefined) {
  if (open?.kind === "regenerateAll") return null;
  return open?.kind === "scout" ? open.player.id : undefined;
}

/** Shows the open dialog over any page. */
export function DialogsProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<Open>();
  const followed = followedBy(open);
  const dialogs = useMemo<Dialogs>(
    () => ({
      create: () => { setOpen({ kind: "create" }); },
      edit: (player) => { setOpen({ kind: "edit", player }); },
      remove: (player) => { setOpen({ kind: "remove", player }); },
      scout: (player) => { setOpen({ kind: "scout", player, asked: Date.now() }); },
      regenerate: (player, brief) => { setOpen({ kind: "scout", player, brief, asked: Date.now() }); },
      regenerateAll: (taskId) => { setOpen({ kind: "regenerateAll", taskId }); },
      follow: (player, taskId) => { setOpen({ kind: "scout", player, taskId, asked: Date.now() }); },
      followed,
    }),
    [followed],
  ); // prettier-ignore
  const close = () => {
    setOpen(undefined);
  };
  return (
    <DialogsContext value={dialogs}>
      {children}
      <Suspense>
        {open?.kind === "create" && <CreateDialog onClose={close} />}
        {open?.kind === "edit" && <EditDialog player={open.player} onClose={close} />}
        {open?.kind === "remove" && <DeleteDialog player={open.player} onClose={close} />}
        {open?.kind === "scout" && (
          <CreateReportDialog
            key={open.asked}
            player={open.player}
            brief={open.brief}
            taskId={open.taskId}
            onClose={close}
          />
        )}
        {open?.kind === "regenerateAll" && (
          <RegenerateAllDialog taskId={open.taskId} onClose={close} />
        )}
      </Suspense>
    </DialogsContext>
  );
}
