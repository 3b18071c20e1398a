import { z } from "./zod";
import { ageOn, isoDay } from "./dates";
import { euros, isoDate, optional, text, whole } from "./formFields";
import { money, parseMoney } from "./money";
import { FEET, POSITIONS, PRONOUNS, STATUSES } from "./words";
import type { Foot, Position, Pronoun, Status } from "./words";

/** The form's fields; their values are texts. */
export const FIELDS = [
  "full_name", "country", "second_country", "status", "position", "sub_position", "foot",
  "date_of_birth", "age", "height_cm", "pronoun", "current_team", "league", "contract_until",
  "market_value", "highest_market_value", "agent",
] as const; // prettier-ignore

export type Field = (typeof FIELDS)[number];
export type FormValues = Record<Field, string>;

/** The form's values as the API expects them. */
export interface PlayerFacts {
  full_name: string;
  country: string | null;
  second_country: string | null;
  status: Status | null;
  position: Position | null;
  sub_position: string | null;
  foot: Foot | null;
  date_of_birth: string | null;
  age: number | null;
  height_cm: number | null;
  pronoun: Pronoun | null;
  current_team: string | null;
  league: string | null;
  contract_until: string | null;
  market_value: number | null;
  highest_market_value: number | null;
  agent: string | null;
}

const OLDEST = 120;

const birthDay = isoDate.refine(
  (value) => {
    const age = ageOn(value, isoDay(new Date()));
    return age >= 0 && age <= OLDEST;
  },
  `The birth date lies within the last ${String(OLDEST)} years.`,
);

const clean = (fields: z.ZodRawShape) =>
  z.preprocess(
    (values: FormValues) =>
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.trim()])),
    z.object(fields),
  );

const name = z
  .string()
  .min(1, "Enter the player’s name.")
  .pipe(text("A name", 2, 100));
const country = text("A nationality", 2, 60);

const shared = {
  full_name: name,
  second_country: optional(country),
  position: optional(z.enum(POSITIONS)),
  sub_position: optional(text("A position", 1, 60)),
  foot: optional(z.enum(FEET)),
  pronoun: optional(z.enum(PRONOUNS)),
  date_of_birth: optional(birthDay),
  age: optional(whole(0, OLDEST, `An age is a whole number from 0 to ${String(OLDEST)}.`)),
  height_cm: optional(whole(120, 230, "A height is from 120 to 230 centimetres.")),
  current_team: optional(text("A club", 1, 120)),
  league: optional(text("A league", 1, 120)),
  contract_until: optional(isoDate),
  market_value: optional(euros),
  highest_market_value: optional(euros),
  agent: optional(text("An agent", 1, 120)),
};

/** Rules between fields. */
function consistent(facts: PlayerFacts, context: z.RefinementCtx) {
  const { age, date_of_birth, market_value, highest_market_value } = facts;
  if (date_of_birth && age !== null && ageOn(date_of_birth, isoDay(new Date())) !== age) {
    const actual = String(ageOn(date_of_birth, isoDay(new Date())));
    context.addIssue({ code: "custom", path: ["age"], message: `The birth date makes ${actual}.` });
  }
  if (
    market_value !== null &&
    highest_market_value !== null &&
    highest_market_value < market_value
  ) {
    context.addIssue({
      code: "custom",
      path: ["highest_market_value"],
      message: "The career-high value cannot be below the market value.",
    });
  }
}

const known = { country: optional(country), status: optional(z.enum(STATUSES)) };
const required = {
  country: z.string().min(1, "Enter the nationality.").pipe(country),
  status: z.enum(STATUSES, "Select a status."),
};

const schema = (fields: z.ZodRawShape) =>
  clean(fields)
    .transform((facts) => facts as unknown as PlayerFacts)
    .superRefine(consistent);

/** A new player needs a nationality and a status. */
export const newPlayer = schema({ ...shared, ...required });
export const knownPlayer = schema({ ...shared, ...known });

export const EMPTY_FORM = Object.fromEntries(FIELDS.map((field) => [field, ""])) as FormValues;

type Known = Omit<PlayerFacts, "age"> & { age: number | null; date_of_birth_is_estimate: boolean };

/** A player as form values. An estimated birth date is shown as an age. */
export function toForm(player: Known): FormValues {
  const texts = FIELDS.map((field) => [field, player[field] === null ? "" : String(player[field])]);
  const values = Object.fromEntries(texts) as FormValues;
  const { market_value, highest_market_value } = player;
  return {
    ...values,
    date_of_birth: player.date_of_birth_is_estimate ? "" : values.date_of_birth,
    age: player.date_of_birth_is_estimate ? values.age : "",
    market_value: exact(market_value),
    highest_market_value: exact(highest_market_value),
  };
}

/** The short form of an amount if it is exact, otherwise every digit. */
function exact(value: number | null): string {
  if (value === null) return "";
  const short = money(value);
  return parseMoney(short) === value ? short : String(value);
}

/** The fields whose values differ. */
export const changedFields = (before: FormValues, after: FormValues) =>
  FIELDS.filter((field) => before[field].trim() !== after[field].trim());
