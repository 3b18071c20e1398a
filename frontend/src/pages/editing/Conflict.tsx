import { Button, Radio } from "@mantine/core";
import { useState } from "react";
import type { PlayerSummary } from "@/hooks/usePlayers";
import { moment } from "@/lib/dates";
import { changedFields, toForm } from "@/lib/playerForm";
import type { Field, FormValues } from "@/lib/playerForm";
import { NONE } from "@/lib/words";
import { Dialog } from "@/components/Dialog";
import { LABELS } from "./PlayerFields";
import classes from "./Conflict.module.css";

type Side = "mine" | "theirs";

interface Props {
  /** What the form began with. */
  base: FormValues;
  mine: FormValues;
  theirs: PlayerSummary;
  busy: boolean;
  onChoose: (values: FormValues) => void;
  onBack: () => void;
  onGiveUp: () => void;
}

/** Somebody else saved first: both versions side by side, one choice for every difference. */
export function Conflict({ base, mine, theirs, busy, onChoose, onBack, onGiveUp }: Props) {
  const other = toForm(theirs);
  const fields = changedFields(mine, other);
  const ours = new Set(changedFields(base, mine));
  const [sides, setSides] = useState<Partial<Record<Field, Side>>>({});
  const side = (field: Field): Side => sides[field] ?? (ours.has(field) ? "mine" : "theirs");
  const choose = () => {
    const chosen = fields.map((field) => [field, (side(field) === "mine" ? mine : other)[field]]);
    onChoose({ ...other, ...(Object.fromEntries(chosen) as Partial<FormValues>) });
  };
  return (
    <Dialog title="Somebody else changed this player" size={680} onClose={onBack}>
      <p>
        {theirs.full_name} was saved by somebody else on {moment(theirs.updated_at)}, while you were
        editing. Choose what is right for every difference; nothing is lost until you save.
      </p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Yours</th>
            <th scope="col">Saved by somebody else</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{LABELS[field]}</th>
              {(["mine", "theirs"] as const).map((one) => (
                <td key={one} data-chosen={side(field) === one || undefined}>
                  <Radio
                    name={field}
                    label={(one === "mine" ? mine : other)[field] || NONE}
                    aria-label={`${LABELS[field]}, ${one === "mine" ? "yours" : "theirs"}: ${
                      (one === "mine" ? mine : other)[field] || "empty"
                    }`}
                    checked={side(field) === one}
                    onChange={() => {
                      setSides({ ...sides, [field]: one });
                    }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.actions}>
        <Button variant="subtle" onClick={onGiveUp}>
          Discard mine
        </Button>
        <Button variant="default" onClick={onBack}>
          Back to the form
        </Button>
        <Button loading={busy} onClick={choose}>
          Save my choice
        </Button>
      </div>
    </Dialog>
  );
}
