import type { ReactNode } from "react";
import classes from "./Notice.module.css";

interface Props {
  tone?: "info" | "warn" | "bad";
  children: ReactNode;
}

/** A message inside a page or a form; bad news is read out at once. */
export function Notice({ tone = "info", children }: Props) {
  return (
    <div className={classes.notice} data-tone={tone} role={tone === "bad" ? "alert" : "status"}>
      {children}
    </div>
  );
}
