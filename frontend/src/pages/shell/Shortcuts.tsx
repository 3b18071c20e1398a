import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { lastRemoval, undoRemoval } from "@/hooks/useRemovals";
import { useShortcuts } from "@/hooks/useShortcuts";
import { ShortcutList } from "./ShortcutList";

/** The keys that work on every page, and the dialog that lists them. */
export function Shortcuts() {
  const [open, setOpen] = useState(false);
  const navigate = useNavigate();
  const showList = () => {
    setOpen(true);
  };
  const focusSearch = () => {
    const box = document.getElementById("player-search");
    if (box) box.focus();
    else void navigate({ to: "/players", hash: "player-search" });
  };
  // Which of these need Shift depends on the keyboard's layout.
  useShortcuts({
    "?": showList,
    "shift+?": showList,
    "/": focusSearch,
    "shift+/": focusSearch,
    u: () => {
      const id = lastRemoval();
      if (id !== undefined) undoRemoval(id);
    },
  });
  if (!open) return null;
  return (
    <ShortcutList
      onClose={() => {
        setOpen(false);
      }}
    />
  );
}
