import { Suspense, lazy, useMemo, useState } from "react";
import type { ReactNode } from "react";
import { DialogsContext } from "@/hooks/useDialogs";
import type { Dialogs, Subject } from "@/hooks/useDialogs";
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

type Open =
  | { kind: "create" }
  | { kind: "edit" | "remove"; player: PlayerSummary }
  | { kind: "scout"; player: Subject; taskId?: string; asked: number };

/** Shows the open dialog over any page. */
export function DialogsProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<Open>();
  const followed = open?.kind === "scout" ? open.player.id : undefined;
  const dialogs = useMemo<Dialogs>(
    () => ({
      create: () => { setOpen({ kind: "create" }); },
      edit: (player) => { setOpen({ kind: "edit", player }); },
      remove: (player) => { setOpen({ kind: "remove", player }); },
      scout: (player) => { setOpen({ kind: "scout", player, asked: Date.now() }); },
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
            taskId={open.taskId}
            onClose={close}
          />
        )}
      </Suspense>
    </DialogsContext>
  );
}
