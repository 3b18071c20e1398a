import { expect, it } from "vitest";
import { effectiveSort, hasFilters, parsePlayerSearch } from "./playerSearch";
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
