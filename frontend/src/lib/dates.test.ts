import { expect, it } from "vitest";
import { ageOn, day, stopwatch, took } from "./dates";

it("writes days as people do", () => {
  expect(day("2027-06-30")).toBe("30 Jun 2027");
  expect(day("2027-09-01")).toBe("1 Sep 2027");
});

it.each([
  ["2000-07-21", "2026-07-20", 25],
  ["2000-07-21", "2026-07-21", 26],
  ["2004-02-29", "2026-02-28", 21],
  ["2004-02-29", "2026-03-01", 22],
])("born on %s, on %s one is %i", (born, today, age) => {
  expect(ageOn(born, today)).toBe(age);
});

it("counts seconds like a stopwatch", () => {
  expect(stopwatch(7.9)).toBe("0:07");
  expect(stopwatch(83)).toBe("1:23");
});

it.each([
  [0.3, "less than a second"],
  [1.2, "1 second"],
  [7.4, "7 seconds"],
  [83, "1:23 minutes"],
])("says how long %d seconds are", (seconds, words) => {
  expect(took(seconds)).toBe(words);
});
