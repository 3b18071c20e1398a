import type { Position } from "./words";

/** A position's short code and its place on a pitch (0–100, own goal at the bottom). */
interface PitchPosition {
  code: string;
  spot: readonly [x: number, y: number];
}

const POSITIONS: Record<string, PitchPosition> = {
  Goalkeeper: { code: "GK", spot: [50, 92] },
  Sweeper: { code: "SW", spot: [50, 82] },
  "Centre-Back": { code: "CB", spot: [50, 76] },
  "Left-Back": { code: "LB", spot: [16, 70] },
  "Right-Back": { code: "RB", spot: [84, 70] },
  "Defensive Midfield": { code: "DM", spot: [50, 60] },
  "Central Midfield": { code: "CM", spot: [50, 48] },
  "Left Midfield": { code: "LM", spot: [16, 46] },
  "Right Midfield": { code: "RM", spot: [84, 46] },
  "Attacking Midfield": { code: "AM", spot: [50, 34] },
  "Left Winger": { code: "LW", spot: [18, 22] },
  "Right Winger": { code: "RW", spot: [82, 22] },
  "Second Striker": { code: "SS", spot: [50, 22] },
  "Centre-Forward": { code: "CF", spot: [50, 13] },
};
const GROUPS: Record<Position, PitchPosition> = {
  Goalkeeper: { code: "GK", spot: [50, 92] },
  Defender: { code: "DF", spot: [50, 74] },
  Midfielder: { code: "MF", spot: [50, 48] },
  Attack: { code: "FW", spot: [50, 18] },
};

export const SUB_POSITIONS = Object.keys(POSITIONS);

export function pitchPosition(
  position: Position | null,
  subPosition: string | null,
): PitchPosition | undefined {
  return POSITIONS[subPosition ?? ""] ?? (position ? GROUPS[position] : undefined);
}
