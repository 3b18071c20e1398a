import { expect, it } from "vitest";
import { parseDateInput } from "./dateInput";

it.each([
  ["21 Jul 2000", "2000-07-21"],
  ["1 sep 2027", "2027-09-01"],
  ["01 September 2027", "2027-09-01"],
  [" 2000-07-21 ", "2000-07-21"],
  ["29 Feb 2004", "2004-02-29"],
])("reads %s", (text, iso) => {
  expect(parseDateInput(text)).toBe(iso);
});

it.each(["", "31 Feb 2004", "2000-13-01", "07/21/2000", "21 Jul", "soon", "21 Jul 20000"])(
  "rejects %j",
  (text) => {
    expect(parseDateInput(text)).toBeNull();
  },
);
