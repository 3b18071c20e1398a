import { clsx } from "clsx";
import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import classes from "./Button.module.css";

export interface Looks {
  variant?: "primary" | "default" | "subtle" | "danger";
  icon?: ReactNode;
  /** As wide as what it stands in. */
  wide?: boolean;
}

interface Props extends ButtonHTMLAttributes<HTMLButtonElement>, Looks {
  /** Its work is under way: it turns, and cannot be pressed again. */
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ variant, icon, wide, busy = false, className, children, ...rest }: Props) {
  return (
    <button
      type="button"
      {...rest}
      className={clsx(classes.button, className)}
      data-variant={variant ?? "primary"}
      data-wide={wide}
      disabled={busy || rest.disabled}
      aria-busy={busy || undefined}
    >
      {busy ? <span className={classes.spinner} /> : icon}
      {children}
    </button>
  );
}
