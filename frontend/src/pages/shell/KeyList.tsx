import { Sheet } from "@/components/Sheet";
import classes from "./KeyList.module.css";

const KEYS = [
  ["/", "Search players"],
  ["↓", "From the search to the list"],
  ["j  k", "Next and previous player of the list"],
  ["Enter", "Open the player"],
  ["n", "Add a player"],
  ["s", "Scout the player shown"],
  ["e", "Edit the player shown"],
  ["u", "Undo the last removal"],
  ["Esc", "Close what is open"],
  ["?", "This list"],
] as const;

export function KeyList({ onClose }: { onClose: () => void }) {
  return (
    <Sheet title="Keys" size={400} onClose={onClose}>
      <dl className={classes.keys}>
        {KEYS.map(([key, words]) => (
          <div key={key}>
            <dt>
              {key.split("  ").map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
