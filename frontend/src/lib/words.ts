export const STATUSES = ["active", "free_agent", "retired"] as const;
/** What a list can be filtered by. */
export const STATUS_FILTERS = [...STATUSES, "unknown"] as const;
export const POSITIONS = ["Goalkeeper", "Defender", "Midfielder", "Attack"] as const;
export const FEET = ["right", "left", "both"] as const;
export const PRONOUNS = ["he", "she", "they"] as const;

export type Status = (typeof STATUSES)[number];
export type StatusFilter = (typeof STATUS_FILTERS)[number];
export type Position = (typeof POSITIONS)[number];
export type Foot = (typeof FEET)[number];
export type Pronoun = (typeof PRONOUNS)[number];

const STATUS_WORDS: Record<StatusFilter, string> = {
  active: "Active",
  free_agent: "Free agent",
  retired: "Retired",
  unknown: "Unknown",
};
const FOOT_WORDS: Record<Foot, string> = { right: "Right", left: "Left", both: "Both" };

/** Shown for unknown values. */
export const NONE = "–";

export const statusWord = (status: StatusFilter | null) => STATUS_WORDS[status ?? "unknown"];
export const footWord = (foot: Foot | null) => (foot ? FOOT_WORDS[foot] : NONE);
export const height = (cm: number | null) => (cm === null ? NONE : `${(cm / 100).toFixed(2)} m`);
const NUMBER = new Intl.NumberFormat("en-GB");
export const grouped = (count: number) => NUMBER.format(count);

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

export const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
