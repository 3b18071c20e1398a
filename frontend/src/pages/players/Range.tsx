import type { ReactNode } from "react";
import classes from "./Range.module.css";

/** Two inputs under one heading: from and to. */
export function Range({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className={classes.range}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}
