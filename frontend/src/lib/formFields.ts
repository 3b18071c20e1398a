import { z } from "./zod";
import { parseMoney } from "./money";

// Fields of forms, whose values are texts.

const MAX_VALUE = 10_000_000_000;

/** Null if the text is empty. */
export const optional = <T>(part: z.ZodType<T>) =>
  z.preprocess(
    (value) => (typeof value === "string" && value.trim() === "" ? null : value),
    part.nullable(),
  );

export const text = (name: string, min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min, `${name} has at least ${String(min)} characters.`)
    .max(max, `${name} has at most ${String(max)} characters.`);

export const whole = (min: number, max: number, message: string) =>
  z
    .string()
    .trim()
    .refine((value) => /^\d+$/.test(value) && +value >= min && +value <= max, message)
    .transform(Number);

export const isoDate = z.iso.date("Enter a date such as 21 Jul 2000.");

export const euros = z
  .string()
  .refine((value) => parseMoney(value) !== undefined, "Enter an amount such as 45m or 850k.")
  .transform((value) => parseMoney(value) ?? 0)
  .refine((value) => value <= MAX_VALUE, "An amount is at most €10bn.");
