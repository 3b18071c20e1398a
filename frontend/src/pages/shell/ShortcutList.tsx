import { Dialog } from "@/components/Dialog";
import classes from "./ShortcutList.module.css";

const SHORTCUTS = [
  ["/", "Search players"],
  ["↓", "Move from the search to the list"],
  ["j  k", "Next and previous player in the list"],
  ["Enter", "Open player"],
  ["n", "Add player"],
  ["s", "Create report on the open player"],
  ["e", "Edit the open player"],
  ["u", "Undo the last delete"],
  ["Esc", "Close dialog"],
  ["?", "Show shortcuts"],
] as const;

export function ShortcutList({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keyboard shortcuts" size={400} onClose={onClose}>
      <dl className={classes.keys}>
        {SHORTCUTS.map(([keys, action]) => (
          <div key={keys}>
            <dt>
              {keys.split("  ").map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{action}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
