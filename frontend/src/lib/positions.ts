import type { Position } from "./words";

/** The short code of a role, and where it stands on a pitch (0–100, own goal at the bottom). */
interface Role {
  code: string;
  spot: readonly [x: number, y: number];
}

const ROLES: Record<string, Role> = {
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
const GROUPS: Record<Position, Role> = {
  Goalkeeper: { code: "GK", spot: [50, 92] },
  Defender: { code: "DF", spot: [50, 74] },
  Midfielder: { code: "MF", spot: [50, 48] },
  Attack: { code: "FW", spot: [50, 18] },
};

export const SUB_POSITIONS = Object.keys(ROLES);

export function role(position: Position | null, subPosition: string | null): Role | undefined {
  return ROLES[subPosition ?? ""] ?? (position ? GROUPS[position] : undefined);
}
