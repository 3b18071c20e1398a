import { expect, it } from "vitest";
import { contractDates, contractWords } from "./contractFilter";

it.each([
  ["expired", undefined, "2026-08-30"],
  ["6_months", "2026-08-31", "2027-02-28"],
  ["12_months", "2026-08-31", "2027-08-31"],
  ["later", "2027-09-01", undefined],
] as const)("%s is from %s to %s", (contract, contract_from, contract_to) => {
  expect(contractDates({ contract }, "2026-08-31")).toEqual({ contract_from, contract_to });
});

it("uses the dates of a custom range only", () => {
  const dates = { contract_from: "2027-01-01", contract_to: "2027-05-27" };
  expect(contractDates({ contract: "custom", ...dates })).toEqual(dates);
  expect(contractDates(dates)).toEqual({});
});

it("names the filter", () => {
  expect(contractWords({ contract: "6_months" })).toBe("Contract: within 6 months");
  expect(contractWords({ contract: "custom" })).toBeUndefined();
  expect(contractWords({ contract: "custom", contract_to: "2027-05-27" })).toBe(
    "Contract until ≤ 27 May 2027",
  );
});
