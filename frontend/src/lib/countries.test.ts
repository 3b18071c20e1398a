import { beforeAll, expect, it, vi } from "vitest";

vi.stubGlobal("__FLAG_CODES__", "BR CI KR GB-ENG BA TR US CD");
let flagCode: typeof import("./countries").flagCode;
beforeAll(async () => {
  ({ flagCode } = await import("./countries"));
});

it.each([
  ["Brazil", "BR"],
  ["Cote d'Ivoire", "CI"],
  ["Côte d’Ivoire", "CI"],
  ["Korea, South", "KR"],
  ["England", "GB-ENG"],
  ["Bosnia-Herzegovina", "BA"],
  ["Türkiye", "TR"],
  ["United States", "US"],
  ["DR Congo", "CD"],
])("finds the flag of %s", (country, code) => {
  expect(flagCode(country)).toBe(code);
});

it("has none for a name that is no country", () => {
  expect(flagCode("Atlantis")).toBeUndefined();
});
