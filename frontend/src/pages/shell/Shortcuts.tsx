import { useNavigate } from "@tanstack/react-router";
import { Suspense, useState } from "react";
import { useKeys } from "@/hooks/useKeys";
import { widget } from "@/components/widget";
import { lastRemoval, undoRemoval } from "@/hooks/useRemovals";

const KeyList = widget(() => import("./KeyList"), "KeyList");

/** The keys that work on every page, and their list. */
export function Shortcuts() {
  const [open, setOpen] = useState(false);
  const navigate = useNavigate();
  useKeys({
    "?": () => {
      setOpen(true);
    },
    "/": () => {
      const box = document.getElementById("player-search");
      if (box) box.focus();
      else void navigate({ to: "/players", hash: "player-search" });
    },
    u: () => {
      const id = lastRemoval();
      if (id !== undefined) undoRemoval(id);
    },
  });
  if (!open) return null;
  return (
    <Suspense>
      <KeyList
        onClose={() => {
          setOpen(false);
        }}
      />
    </Suspense>
  );
}
