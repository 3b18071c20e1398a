import { z } from "./zod";
import { parseAge } from "./ages";
import { euros, isoDate, optional, text, whole } from "./formFields";
import { POSITIONS } from "./words";

export const MAX_QUESTION = 500;
export const MAX_METRICS = 10;
const [YOUNGEST, OLDEST] = [14, 60];
const MOST_MINUTES = 10_000;
const MAX_TEXT = 200;

/** The positions that a brief can ask for: groups, and then detailed ones. */
export const BRIEF_POSITIONS = [
  ...POSITIONS,
  "Centre-Back",
  "Left-Back",
  "Right-Back",
  "Defensive Midfield",
  "Central Midfield",
  "Attacking Midfield",
  "Left Midfield",
  "Right Midfield",
  "Left Winger",
  "Right Winger",
  "Second Striker",
  "Centre-Forward",
] as const;
type BriefPosition = (typeof BRIEF_POSITIONS)[number];

/** What the club looks for, as the API expects it. */
export interface Brief {
  position?: BriefPosition | null;
  age_min?: number | null;
  age_max?: number | null;
  budget?: number | null;
  contract_until?: string | null;
  minutes_min?: number | null;
  metrics: { metric: string; percentile: number }[];
  replaces_id?: number | null;
  question?: string | null;
}

/** The form's values: texts, except for what is chosen from a list. */
export interface BriefValues {
  position: BriefPosition | "";
  age_min: string;
  age_max: string;
  budget: string;
  contract_until: string;
  minutes_min: string;
  metrics: { metric: string; percentile: string }[];
  replaces: { id: number; name: string } | null;
  question: string;
}

export const EMPTY_BRIEF: BriefValues = {
  position: "",
  age_min: "",
  age_max: "",
  budget: "",
  contract_until: "",
  minutes_min: "",
  metrics: [],
  replaces: null,
  question: "",
};

/** Messages by field; of a metric's percentile by `metrics.0.percentile`. */
export type BriefErrors = Partial<Record<string, string>>;

const age = whole(
  YOUNGEST,
  OLDEST,
  `An age is a whole number from ${String(YOUNGEST)} to ${String(OLDEST)}.`,
);
const schema = z.object({
  position: optional(z.enum(BRIEF_POSITIONS)),
  age_min: optional(age),
  age_max: optional(age),
  budget: optional(euros),
  contract_until: optional(isoDate),
  minutes_min: optional(whole(0, MOST_MINUTES, "Enter a whole number from 0 to 10,000.")),
  metrics: z.array(
    z.object({
      metric: z.string(),
      percentile: whole(1, 99, "Enter a percentile from 1 to 99."),
    }),
  ),
  replaces: z.object({ id: z.number(), name: z.string() }).nullable(),
  question: optional(text("A question", 1, MAX_QUESTION)),
});

/** What is wrong with the values; empty if nothing is. */
export function briefErrors(values: BriefValues): BriefErrors {
  const issues = schema.safeParse(values).error?.issues ?? [];
  const errors: BriefErrors = Object.fromEntries(
    issues.toReversed().map(({ path, message }) => [path.join("."), message]),
  );
  const [from, to] = [parseAge(values.age_min), parseAge(values.age_max)];
  const isReversed = from !== undefined && to !== undefined && from > to;
  return isReversed && !errors.age_min && !errors.age_max
    ? { ...errors, age_max: "Min is greater than max." }
    : errors;
}

/** Valid values as the API expects them, without the empty ones. */
export function toBrief(values: BriefValues): Brief {
  const { replaces, metrics, ...fields } = schema.parse(values);
  const known = Object.entries(fields).filter(([, value]) => value !== null);
  return {
    ...(Object.fromEntries(known) as Omit<Brief, "metrics">),
    metrics,
    ...(replaces && { replaces_id: replaces.id }),
  };
}

/** The brief that asks for nothing. */
export const NO_BRIEF: Brief = { metrics: [] };

/** The brief of a report, for another report with the same one. */
export function sameBrief(
  stored: (Omit<Brief, "replaces_id"> & { replaces?: { id: number } | null }) | null,
): Brief {
  if (!stored) return NO_BRIEF;
  const { replaces, ...fields } = stored;
  return { ...fields, ...(replaces && { replaces_id: replaces.id }) };
}

export const isEmptyBrief = (values: BriefValues) =>
  JSON.stringify(values) === JSON.stringify(EMPTY_BRIEF);

const saved = z.object({
  position: z.enum(BRIEF_POSITIONS).or(z.literal("")),
  age_min: z.string().max(MAX_TEXT),
  age_max: z.string().max(MAX_TEXT),
  budget: z.string().max(MAX_TEXT),
  contract_until: z.string().max(MAX_TEXT),
  minutes_min: z.string().max(MAX_TEXT),
  metrics: z.array(z.object({ metric: z.string(), percentile: z.string() })).max(MAX_METRICS),
  replaces: z.object({ id: z.number(), name: z.string() }).nullable(),
  question: z.string(),
});

/** The values that were saved in the browser; empty ones if they cannot be read. */
export function readSavedBrief(json: string | null): BriefValues {
  try {
    return saved.parse(JSON.parse(json ?? "null"));
  } catch {
    return EMPTY_BRIEF;
  }
}
