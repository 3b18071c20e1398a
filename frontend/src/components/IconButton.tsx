import type { ButtonHTMLAttributes } from "react";
import classes from "./IconButton.module.css";

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** What it does, in words. */
  label: string;
}

/** A button with a picture only. Plain, as a list has three in every row. */
export function IconButton({ label, title = label, ...rest }: Props) {
  return (
    <button type="button" {...rest} className={classes.button} aria-label={label} title={title} />
  );
}
