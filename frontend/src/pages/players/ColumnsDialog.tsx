import { Button, Checkbox } from "@mantine/core";
import { Dialog } from "@/components/Dialog";
import { CHOICES, MIN_WIDTH, MAX_WIDTH } from "./columns";
import { useColumns } from "./useColumns";
import classes from "./ColumnsDialog.module.css";

/** Which columns are shown and how wide they are. */
export function ColumnsDialog({ onClose }: { onClose: () => void }) {
  const { visibility, setVisibility, sizing, setSizing, reset } = useColumns();
  return (
    <Dialog title="Columns" size={420} onClose={onClose}>
      <ul className={classes.columns}>
        {CHOICES.map(({ id, name, size, hideable }) => (
          <li key={id}>
            <Checkbox
              label={name}
              checked={visibility[id] !== false}
              disabled={!hideable}
              onChange={(event) => {
                setVisibility({ ...visibility, [id]: event.currentTarget.checked });
              }}
            />
            {visibility[id] !== false && (
              <input
                type="range"
                aria-label={`Width of ${name}`}
                min={MIN_WIDTH}
                max={MAX_WIDTH}
                step={8}
                value={sizing[id] ?? size}
                onChange={(event) => {
                  setSizing({ ...sizing, [id]: event.currentTarget.valueAsNumber });
                }}
              />
            )}
          </li>
        ))}
      </ul>
      <Button variant="default" onClick={reset}>
        Reset columns
      </Button>
    </Dialog>
  );
}
