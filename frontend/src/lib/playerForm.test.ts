import { expect, it } from "vitest";
import { EMPTY_FORM, changedFields, knownPlayer, newPlayer, toForm } from "./playerForm";

const MINIMUM = { ...EMPTY_FORM, full_name: " Ada Byron ", country: "England", status: "active" };

function messages(values: Record<string, string>, schema = newPlayer) {
  const result = schema.safeParse({ ...MINIMUM, ...values });
  const issues = result.error?.issues ?? [];
  return Object.fromEntries(issues.map(({ path, message }) => [path.join("."), message]));
}

it("reads texts as facts, and empty ones as not known", () => {
  const facts = newPlayer.parse({ ...MINIMUM, height_cm: "187", market_value: "€1.5M" });
  expect(facts).toMatchObject({
    full_name: "Ada Byron",
    height_cm: 187,
    market_value: 1_500_000,
    foot: null,
    contract_until: null,
  });
});

it("requires nationality and status for a new player only", () => {
  expect(messages({ country: "", status: "" })).toEqual({
    country: "Enter the nationality.",
    status: "Select a status.",
  });
  expect(messages({ country: "", status: "" }, knownPlayer)).toEqual({});
});

it("checks facts against one another", () => {
  expect(messages({ date_of_birth: "2000-01-01", age: "3" }).age).toMatch(/^The birth date makes/);
  expect(messages({ market_value: "5M", highest_market_value: "4M" })).toEqual({
    highest_market_value: "The career-high value cannot be below the market value.",
  });
});

it("shows an estimated birth date as the age it came from", () => {
  const facts = { ...newPlayer.parse(MINIMUM), age: 24, date_of_birth: "2002-11-23" };
  const estimated = toForm({ ...facts, date_of_birth_is_estimate: true });
  expect([estimated.date_of_birth, estimated.age]).toEqual(["", "24"]);
  const exact = toForm({ ...facts, date_of_birth_is_estimate: false });
  expect([exact.date_of_birth, exact.age]).toEqual(["2002-11-23", ""]);
});

it("keeps every euro of a value that has no short form", () => {
  const facts = { ...newPlayer.parse(MINIMUM), market_value: 1_234_567 };
  const form = toForm({ ...facts, date_of_birth_is_estimate: false });
  expect(form.market_value).toBe("1234567");
  expect(changedFields(form, { ...form, agent: " " })).toEqual([]);
});
