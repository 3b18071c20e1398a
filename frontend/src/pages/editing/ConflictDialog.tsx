import { Button, Group, Radio, Table } from "@mantine/core";
import { useState } from "react";
import type { PlayerSummary } from "@/hooks/usePlayers";
import { moment } from "@/lib/dates";
import { changedFields, toForm } from "@/lib/playerForm";
import type { Field, FormValues } from "@/lib/playerForm";
import { NONE } from "@/lib/words";
import { Dialog } from "@/components/Dialog";
import { LABELS } from "./PlayerFields";
import classes from "./ConflictDialog.module.css";

const SIDES = ["yours", "theirs"] as const;
type Side = (typeof SIDES)[number];

interface Props {
  /** The form's initial values. */
  initial: FormValues;
  yours: FormValues;
  theirs: PlayerSummary;
  busy: boolean;
  onSave: (values: FormValues) => void;
  onBack: () => void;
  onDiscard: () => void;
}

/** Resolves an edit conflict: both versions side by side, with a choice for each field. */
export function ConflictDialog({ initial, yours, theirs, busy, onSave, onBack, onDiscard }: Props) {
  const [choices, setChoices] = useState<Partial<Record<Field, Side>>>({});
  const versions = { yours, theirs: toForm(theirs) };
  const fields = changedFields(yours, versions.theirs);
  const edited = changedFields(initial, yours);
  const choice = (field: Field) => choices[field] ?? (edited.includes(field) ? "yours" : "theirs");
  const save = () => {
    const chosen = fields.map((field) => [field, versions[choice(field)][field]]);
    onSave({ ...versions.theirs, ...(Object.fromEntries(chosen) as Partial<FormValues>) });
  };
  return (
    <Dialog title="Conflicting changes" size={680} onClose={onBack}>
      <p className={classes.intro}>
        Someone else saved {theirs.full_name} on {moment(theirs.updated_at)} while you were editing.
        Choose a value for each field. Nothing is saved until you confirm.
      </p>
      <Table className={classes.table} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Field</Table.Th>
            <Table.Th scope="col">Yours</Table.Th>
            <Table.Th scope="col">Theirs</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.map((field) => (
            <Table.Tr key={field}>
              <Table.Th scope="row">{LABELS[field]}</Table.Th>
              {SIDES.map((side) => (
                <Table.Td key={side} data-chosen={choice(field) === side || undefined}>
                  <Radio
                    name={field}
                    label={versions[side][field] || NONE}
                    aria-label={`${LABELS[field]}, ${side}: ${versions[side][field] || "empty"}`}
                    checked={choice(field) === side}
                    onChange={() => {
                      setChoices({ ...choices, [field]: side });
                    }}
                  />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group justify="flex-end" mt="lg" gap={8}>
        <Button variant="subtle" onClick={onDiscard}>
          Discard mine
        </Button>
        <Button variant="default" onClick={onBack}>
          Back to form
        </Button>
        <Button loading={busy} onClick={save}>
          Save
        </Button>
      </Group>
    </Dialog>
  );
}
