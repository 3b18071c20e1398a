import type { Confidence as Level } from "@/lib/reportLabels";
import classes from "./Confidence.module.css";

const LEVELS: readonly Level[] = ["low", "medium", "high"];

/** How many of three bars are reached. Decorative: the level is beside it. */
export function Confidence({ level }: { level: Level }) {
  return (
    <span className={classes.levels} aria-hidden="true">
      {LEVELS.map((one, index) => (
        <span key={one} data-reached={index <= LEVELS.indexOf(level)} />
      ))}
    </span>
  );
}
