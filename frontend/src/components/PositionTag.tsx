import { pitchPosition } from "@/lib/positions";
import type { Position } from "@/lib/words";
import { NONE } from "@/lib/words";
import classes from "./PositionTag.module.css";

interface Props {
  position: Position | null;
  subPosition: string | null;
  /** Show the code alone, with the name as its title. */
  short?: boolean;
}

export function PositionTag({ position, subPosition, short = false }: Props) {
  const words = subPosition ?? position;
  if (!words) return <span className="quiet">{NONE}</span>;
  const code = pitchPosition(position, subPosition)?.code;
  return (
    <span className={classes.tag} data-position={position ?? undefined} title={words}>
      {code && <abbr className={classes.code}>{code}</abbr>}
      <span className={short && code ? "spoken" : classes.words}>{words}</span>
    </span>
  );
}
