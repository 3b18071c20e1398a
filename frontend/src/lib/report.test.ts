import { expect, it } from "vitest";
import { splitReport } from "./report";

it("splits a report at its headings", () => {
  expect(
    splitReport("*By hand.*\n\n## Summary\n\nGood.\n\n### Detail\n\n## Strengths ##\n\n- a\n"),
  ).toEqual({
    opening: "*By hand.*",
    sections: [
      { title: "Summary", body: "Good.\n\n### Detail" },
      { title: "Strengths", body: "- a" },
    ],
  });
});

it("keeps a text without headings whole", () => {
  expect(splitReport("Just a line.")).toEqual({ opening: "Just a line.", sections: [] });
});
