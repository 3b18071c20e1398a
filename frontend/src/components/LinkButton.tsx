import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, Ref } from "react";
import type { Looks } from "./Button";
import classes from "./Button.module.css";

interface Props extends AnchorHTMLAttributes<HTMLAnchorElement>, Looks {
  ref?: Ref<HTMLAnchorElement>;
}

/** A plain link that looks like a button. */
export function AnchorButton({ variant, icon, wide, children, ...rest }: Props) {
  return (
    <a {...rest} className={classes.button} data-variant={variant ?? "primary"} data-wide={wide}>
      {icon}
      {children}
    </a>
  );
}

/** A link to a page of the app that looks like a button. */
export const LinkButton = createLink(AnchorButton);
