import { expect, it } from "vitest";
import { NO_FILTERS, effectiveSort, hasFilters, parsePlayerSearch } from "./playerSearch";
import { parseQuery, writeQuery } from "./queryString";

const read = (address: string) => parsePlayerSearch(parseQuery(address));

it("reads what it wrote", () => {
  const address =
    "?q=%C3%B8degaard&country=Norway&country=Spain&age_max=23&contract=expired&sort=-age&page=3&limit=50";
  expect(writeQuery({ ...read(address) })).toBe(address);
});

it("ignores invalid parameters", () => {
  expect(read("?position=Libero&page=0&limit=33&sort=shoe_size&age_min=old&x=1")).toEqual({});
  expect(read("?contract=soon&contract_to=2026-02-30&value_max=-1&page=1&limit=20")).toEqual({});
  expect(read("?age_min=&q=")).toEqual({});
});

it("sorts by the highest value, unless there is a search or another order", () => {
  expect(effectiveSort({})).toBe("-market_value");
  expect(effectiveSort({ q: "messi" })).toBeUndefined();
  expect(effectiveSort({ q: "messi", sort: "age" })).toBe("age");
});

it("tells filters from order and page", () => {
  expect(hasFilters({ sort: "age", page: 2, limit: 50 })).toBe(false);
  expect(hasFilters({ foot: ["left"] })).toBe(true);
  expect(hasFilters({ contract: "expired" })).toBe(true);
});

it("reads the season and the filters by statistics", () => {
  const address =
    "?status=unknown&season=4&minutes_min=900&stat=goals.per_90%3A0.3..&stat=pass_pct.value%3A..80&not_seen=show&sort=-goals.percentile";
  expect(writeQuery({ ...read(address) })).toBe(address);
  expect(read("?season=4&stat=goals.per_90%3A..&sort=goals.rank&not_seen=x&minutes_min=x")).toEqual(
    { season: 4 },
  );
});

it("ignores statistics without a season", () => {
  expect(read("?minutes_min=900&stat=goals.value%3A3..&sort=-goals.value&foot=left")).toEqual({
    foot: ["left"],
  });
  expect(read("?sort=-age")).toEqual({ sort: "-age" });
});

it("does not count the season as a filter, and keeps it", () => {
  expect(hasFilters({ season: 4, not_seen: "show" })).toBe(false);
  expect(hasFilters({ season: 4, minutes_min: 900 })).toBe(true);
  expect({ season: 4, not_seen: "show", minutes_min: 9, ...NO_FILTERS }).toEqual({ season: 4 });
});
