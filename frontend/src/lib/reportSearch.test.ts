import { expect, it } from "vitest";
import { isReportId, parseReportSearch } from "./reportSearch";

const ID = "01a20ddd-bec9-7f81-9c36-23908426adce";

it("reads the report to compare with, and ignores invalid values", () => {
  expect(parseReportSearch({ compare: [ID] })).toEqual({ compare: ID });
  expect(parseReportSearch({ compare: ID })).toEqual({ compare: ID });
  expect(parseReportSearch({ compare: ["../x"], other: "1" })).toEqual({});
  expect(parseReportSearch({})).toEqual({});
});

it("recognises report ids", () => {
  expect(isReportId(ID)).toBe(true);
  expect(isReportId(`${ID}0`)).toBe(false);
  expect(isReportId("newest")).toBe(false);
});
