import { Checkbox } from "@mantine/core";
import { Button } from "@/components/Button";
import { Sheet } from "@/components/Sheet";
import { CHOICES, NARROWEST, WIDEST } from "./columns";
import { useColumns } from "./useColumns";
import classes from "./ColumnsSheet.module.css";

/** Which columns are shown, and how wide. */
export function ColumnsSheet({ onClose }: { onClose: () => void }) {
  const { visibility, setVisibility, sizing, setSizing, reset } = useColumns();
  return (
    <Sheet title="Columns of the list" size={420} onClose={onClose}>
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
                min={NARROWEST}
                max={WIDEST}
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
        Back to the usual columns and widths
      </Button>
    </Sheet>
  );
}
