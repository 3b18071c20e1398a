import { Modal, ModalStackContext } from "@mantine/core";
import { use, useEffect, useId } from "react";
import type { ReactNode } from "react";
import classes from "./Dialog.module.css";

interface Props {
  title: string;
  size?: number;
  onClose: () => void;
  /** It cannot be closed, only answered. */
  locked?: boolean;
  children: ReactNode;
}

/** A modal dialog, open while it is rendered; on a phone it rises from the bottom edge. */
export function Dialog({ title, size = 560, onClose, locked = false, children }: Props) {
  const id = useId();
  const removeModal = use(ModalStackContext)?.removeModal;
  // Mantine takes a dialog off the stack when it closes, but not when it unmounts.
  useEffect(() => () => removeModal?.(id), [id]); // eslint-disable-line react-hooks/exhaustive-deps
  useReturnFocus();
  return (
    <Modal
      opened
      stackId={id}
      title={title}
      size={size}
      onClose={locked ? () => undefined : onClose}
      closeOnClickOutside={!locked}
      withCloseButton={!locked}
      closeButtonProps={{ "aria-label": "Close" }}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      classNames={classes}
    >
      {children}
    </Modal>
  );
}

/** Returns the focus to where it was, or to the page's heading if that element is gone. */
function useReturnFocus() {
  useEffect(() => {
    const opener = document.activeElement;
    return () => {
      setTimeout(() => {
        if (document.activeElement && document.activeElement !== document.body) return;
        const usable = opener?.isConnected && opener !== document.body;
        const target = usable
          ? opener
          : (document.querySelector("main h1") ?? document.querySelector("main"));
        if (!(target instanceof HTMLElement)) return;
        if (!usable) target.tabIndex = -1;
        target.focus();
      });
    };
  }, []);
}
