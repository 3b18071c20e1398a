import { seasonName } from "./career";

/** A season of one provider. */
export interface Season {
  id: number;
  provider_label: string;
  label: string;
}

/** "FBref 2025/26". */
export const providerSeason = ({ provider_label, label }: Season) => `${provider_label} ${label}`;

/** The earliest last season that counts as recent: the one before the newest of the data. */
export const seenSince = (newest: number | null | undefined) =>
  newest === null || newest === undefined ? undefined : newest - 1;

/** "last seen 2018/19", for a player whose last season is before `since`. */
export function lastSeen(season: number | null, since: number | undefined): string | undefined {
  if (season === null || since === undefined || season >= since) return undefined;
  return `last seen ${seasonName(season)}`;
}

/** The last season of the players who are hidden as not seen recently: 2023/24 for 2024. */
export const notSeenSince = (since: number) => seasonName(since - 1);
