import { expect, it } from "vitest";
import { effectiveSort, hasFilters, readPlayerSearch } from "./playerSearch";
import { parseQuery, writeQuery } from "./queryString";

const read = (address: string) => readPlayerSearch(parseQuery(address));

it("reads what it wrote", () => {
  const address =
    "?q=%C3%B8degaard&country=Norway&country=Spain&age_max=23&sort=-age&page=3&limit=50";
  expect(writeQuery({ ...read(address) })).toBe(address);
});

it("leaves out what makes no sense", () => {
  expect(read("?position=Libero&page=0&limit=33&sort=shoe_size&age_min=old&x=1")).toEqual({});
  expect(read("?contract_before=soon&value_max=-1&page=1&limit=20")).toEqual({});
});

it("puts the dearest first, unless one searches or asks for another order", () => {
  expect(effectiveSort({})).toBe("-market_value");
  expect(effectiveSort({ q: "messi" })).toBeUndefined();
  expect(effectiveSort({ q: "messi", sort: "age" })).toBe("age");
});

it("knows filters from order and page", () => {
  expect(hasFilters({ sort: "age", page: 2, limit: 50 })).toBe(false);
  expect(hasFilters({ foot: ["left"] })).toBe(true);
});
