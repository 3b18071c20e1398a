import { Modal } from "@mantine/core";
import { useEffect } from "react";
import type { ReactNode } from "react";
import { useEscape } from "./useEscape";
import classes from "./Sheet.module.css";

interface Props {
  title: string;
  size?: number;
  onClose: () => void;
  /** It cannot be closed, only answered. */
  locked?: boolean;
  children: ReactNode;
}

/** A dialog; on a phone it rises from the lower edge. It lives while it is rendered. */
export function Sheet({ title, size = 560, onClose, locked = false, children }: Props) {
  useEscape(locked ? () => undefined : onClose);
  useReturnFocus();
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={size}
      classNames={classes}
      closeOnEscape={false}
      closeOnClickOutside={!locked}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay backgroundOpacity={0.5} color="#08100c" />
      <Modal.Content>
        {/* Not Mantine's own header: a second banner would confuse screen readers. */}
        <div className={classes.header}>
          <Modal.Title>{title}</Modal.Title>
          {!locked && <Modal.CloseButton aria-label="Close" />}
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** Gives the focus back to what had it, or to the page where that is gone. */
function useReturnFocus() {
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      setTimeout(() => {
        const free = document.activeElement === document.body || !document.activeElement;
        if (!free) return;
        const target = before?.isConnected ? before : document.querySelector("main");
        if (target instanceof HTMLElement) target.focus();
      });
    };
  }, []);
}
