import { expect, it } from "vitest";
import {
  EMPTY_BRIEF,
  MAX_QUESTION,
  briefErrors,
  isEmptyBrief,
  readSavedBrief,
  sameBrief,
  toBrief,
} from "./brief";
import type { BriefValues } from "./brief";

const values = (fields: Partial<BriefValues>): BriefValues => ({ ...EMPTY_BRIEF, ...fields });

const FULL = values({
  position: "Left Winger",
  age_min: " 18 ",
  age_max: "23",
  budget: "€12.5m",
  contract_until: "2027-06-30",
  minutes_min: "900",
  metrics: [{ metric: "goals", percentile: "70" }],
  replaces: { id: 7, name: "Ada Byron" },
  question: " Can she play on the right? ",
});

it("accepts an empty brief, and asks for nothing with it", () => {
  expect(briefErrors(EMPTY_BRIEF)).toEqual({});
  expect(toBrief(EMPTY_BRIEF)).toEqual({ metrics: [] });
  expect(isEmptyBrief(EMPTY_BRIEF)).toBe(true);
  expect(isEmptyBrief(FULL)).toBe(false);
});

it("reads the texts of the form", () => {
  expect(briefErrors(FULL)).toEqual({});
  expect(toBrief(FULL)).toEqual({
    position: "Left Winger",
    age_min: 18,
    age_max: 23,
    budget: 12_500_000,
    contract_until: "2027-06-30",
    minutes_min: 900,
    metrics: [{ metric: "goals", percentile: 70 }],
    replaces_id: 7,
    question: "Can she play on the right?",
  });
});

it.each<[Partial<BriefValues>, Record<string, string>]>([
  [{ age_min: "abc" }, { age_min: "An age is a whole number from 14 to 60." }],
  [{ age_max: "13" }, { age_max: "An age is a whole number from 14 to 60." }],
  [{ age_min: "30", age_max: "20" }, { age_max: "Min is greater than max." }],
  [{ budget: "a lot" }, { budget: "Enter an amount such as 45m or 850k." }],
  [{ budget: "11bn" }, { budget: "An amount is at most €10bn." }],
  [{ contract_until: "31/02/2027" }, { contract_until: "Enter a date such as 21 Jul 2000." }],
  [{ minutes_min: "10001" }, { minutes_min: "Enter a whole number from 0 to 10,000." }],
  [
    {
      metrics: [
        { metric: "goals", percentile: "50" },
        { metric: "assists", percentile: "100" },
      ],
    },
    { "metrics.1.percentile": "Enter a percentile from 1 to 99." },
  ],
  [
    { question: "x".repeat(MAX_QUESTION + 1) },
    { question: "A question has at most 500 characters." },
  ],
])("says what is wrong with %o", (fields, errors) => {
  expect(briefErrors(values(fields))).toEqual(errors);
});

it("repeats the brief of a report", () => {
  const stored = { age_max: 23, metrics: [{ metric: "goals", percentile: 70 }] };
  expect(sameBrief({ ...stored, replaces: { id: 7 } })).toEqual({ ...stored, replaces_id: 7 });
  expect(sameBrief({ ...stored, replaces: null })).toEqual(stored);
  expect(sameBrief(null)).toEqual({ metrics: [] });
});

it("reads a saved brief, and ignores what it cannot read", () => {
  expect(readSavedBrief(JSON.stringify(FULL))).toEqual(FULL);
  const unknown = JSON.stringify({ ...FULL, position: "Libero" });
  for (const text of [null, "", "{}", "[1]", "not JSON", unknown]) {
    expect(readSavedBrief(text)).toEqual(EMPTY_BRIEF);
  }
});
