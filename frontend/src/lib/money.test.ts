import { describe, expect, it } from "vitest";
import { money, parseMoney } from "./money";

describe("money", () => {
  it.each([
    [0, "€0"],
    [950, "€950"],
    [850_000, "€850k"],
    [999_999, "€1m"],
    [2_500_000, "€2.5m"],
    [180_000_000, "€180m"],
    [1_250_000_000, "€1.25bn"],
  ])("writes %i as %s", (euros, written) => {
    expect(money(euros)).toBe(written);
  });
});

describe("parseMoney", () => {
  it.each([
    ["180M", 180_000_000],
    ["€850k", 850_000],
    ["€ 2.5 m", 2_500_000],
    ["2,5 mio", 2_500_000],
    ["1200000", 1_200_000],
    ["1,200,000", 1_200_000],
    ["1.200.000", 1_200_000],
    ["1 bn", 1_000_000_000],
  ])("reads %s", (text, euros) => {
    expect(parseMoney(text)).toBe(euros);
  });

  it.each(["", "a lot", "-5M", "5 goats", "1.2.3"])("refuses %j", (text) => {
    expect(parseMoney(text)).toBeUndefined();
  });
});
