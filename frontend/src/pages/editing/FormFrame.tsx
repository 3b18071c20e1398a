import { Alert, Button } from "@mantine/core";
import { useState } from "react";
import type { ReactNode } from "react";
import { Dialog } from "@/components/Dialog";
import classes from "./FormFrame.module.css";

interface Props {
  title: string;
  save: string;
  busy: boolean;
  dirty: boolean;
  restored: boolean;
  problem: string | undefined;
  onSubmit: () => void;
  /** Closes and forgets what was entered. */
  onLeave: () => void;
  children: ReactNode;
}

/** A form in a dialog that asks before it throws away what was entered. */
export function FormFrame(props: Props) {
  const { title, save, busy, dirty, restored, problem, onSubmit, onLeave, children } = props;
  const [leaving, setLeaving] = useState(false);
  const close = () => {
    if (dirty && !busy) setLeaving(true);
    else onLeave();
  };
  const stay = () => {
    setLeaving(false);
  };
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
          <div className={classes.notices}>
            {problem && <Alert color="red">{problem}</Alert>}
            {restored && <Alert role="status">What you had entered before is back.</Alert>}
          </div>
          {children}
          <div className={classes.actions}>
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={busy}>
              {save}
            </Button>
          </div>
        </form>
      </Dialog>
      {leaving && (
        <Dialog title="Leave without saving?" size={380} onClose={stay}>
          <p>What you entered will be lost.</p>
          <div className={classes.actions}>
            <Button variant="default" onClick={onLeave}>
              Leave
            </Button>
            <Button onClick={stay} data-autofocus>
              Keep editing
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
