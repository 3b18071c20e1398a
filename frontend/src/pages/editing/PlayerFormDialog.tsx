import { Alert, Button, Group } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ReactNode } from "react";
import { Dialog } from "@/components/Dialog";
import classes from "./PlayerFormDialog.module.css";

interface Props {
  title: string;
  submitLabel: string;
  busy: boolean;
  dirty: boolean;
  restored: boolean;
  problem: string | undefined;
  onSubmit: () => void;
  /** Closes the dialog and drops the draft. */
  onLeave: () => void;
  children: ReactNode;
}

/** A form in a dialog that asks before it discards changes. */
export function PlayerFormDialog(props: Props) {
  const { title, submitLabel, busy, dirty, restored, problem, onSubmit, onLeave, children } = props;
  const [asking, { open, close: keepEditing }] = useDisclosure(false);
  const close = dirty && !busy ? open : onLeave;
  return (
    <>
      <Dialog title={title} size={640} onClose={close}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          {problem && (
            <Alert color="red" mb="md">
              {problem}
            </Alert>
          )}
          {restored && (
            <Alert role="status" mb="md">
              Your unsaved changes were restored.
            </Alert>
          )}
          {children}
          <Group className={classes.actions} justify="flex-end" gap={8}>
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={busy}>
              {submitLabel}
            </Button>
          </Group>
        </form>
      </Dialog>
      {asking && (
        <Dialog title="Discard changes?" size={380} onClose={keepEditing}>
          <p>Your changes will be lost.</p>
          <Group justify="flex-end" mt="lg" gap={8}>
            <Button variant="default" onClick={keepEditing} data-autofocus>
              Keep editing
            </Button>
            <Button color="red" onClick={onLeave}>
              Discard
            </Button>
          </Group>
        </Dialog>
      )}
    </>
  );
}
