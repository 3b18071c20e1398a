import { expect, it } from "vitest";
import { parsePlayerTabSearch } from "./playerTab";

it("reads the state from the address", () => {
  const raw = {
    tab: ["reports"],
    provider: ["fbref"],
    group: ["shooting"],
    basis: ["per_90"],
    season: ["15"],
    scope: ["league"],
  };
  expect(parsePlayerTabSearch(raw)).toEqual({
    tab: "reports",
    provider: "fbref",
    group: "shooting",
    basis: "per_90",
    season: 15,
    scope: "league",
  });
});

it("ignores what is invalid, and knows defaults by their absence", () => {
  const raw = { tab: ["career"], season: ["-1"], scope: ["position"], group: ["x".repeat(41)] };
  expect(parsePlayerTabSearch(raw)).toEqual({});
  expect(parsePlayerTabSearch({})).toEqual({});
});
