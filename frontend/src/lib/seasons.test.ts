import { expect, it } from "vitest";
import { lastSeen, notSeenSince, providerSeason, seenSince } from "./seasons";

it("names seasons", () => {
  expect(providerSeason({ id: 1, provider_label: "FBref", label: "2025/26" })).toBe(
    "FBref 2025/26",
  );
});

it("counts the newest season and the one before as recent", () => {
  expect(seenSince(2025)).toBe(2024);
  expect(seenSince(null)).toBeUndefined();
  expect(seenSince(undefined)).toBeUndefined();
});

it("marks players who were not seen recently", () => {
  expect(lastSeen(2018, 2024)).toBe("last seen 2018/19");
  expect(lastSeen(2024, 2024)).toBeUndefined();
  expect(lastSeen(null, 2024)).toBeUndefined();
  expect(lastSeen(2018, undefined)).toBeUndefined();
  expect(notSeenSince(2024)).toBe("2023/24");
});
