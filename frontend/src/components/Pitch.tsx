import { pitchPosition } from "@/lib/positions";
import type { Position } from "@/lib/words";
import classes from "./Pitch.module.css";

interface Props {
  position: Position | null;
  subPosition: string | null;
}

/** The player's position on a small pitch, attacking upwards. Decorative: the text is beside it. */
export function Pitch({ position, subPosition }: Props) {
  const [x, y] = pitchPosition(position, subPosition)?.spot ?? [];
  return (
    <svg className={classes.pitch} viewBox="0 0 100 130" aria-hidden="true">
      <rect className={classes.grass} x="1" y="1" width="98" height="128" rx="4" />
      <g className={classes.lines}>
        <rect x="7" y="7" width="86" height="116" />
        <path d="M7 65h86M28 7v18h44V7M28 123v-18h44v18M40 7v7h20V7M40 123v-7h20v7" />
        <circle cx="50" cy="65" r="12" />
      </g>
      {x !== undefined && y !== undefined && (
        <g data-position={position ?? undefined} className={classes.spot}>
          <circle cx={7 + x * 0.86} cy={7 + y * 1.16} r="11" className={classes.halo} />
          <circle cx={7 + x * 0.86} cy={7 + y * 1.16} r="5.5" />
        </g>
      )}
    </svg>
  );
}
