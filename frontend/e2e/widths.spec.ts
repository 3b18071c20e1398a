import type { Locator } from "@playwright/test";
import { expect, test, unique } from "./test.ts";

const overflow = (part: Locator) => part.evaluate((node) => node.scrollWidth - node.clientWidth);

for (const width of [768, 1024, 1280, 1440]) {
  test(`at ${String(width)} pixels the list's columns fit`, async ({ signedIn: page, api }) => {
    const club = unique("Wide");
    await api.createPlayer({ current_team: club, country: "Norway", foot: "left" });
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`/players?club=${encodeURIComponent(club)}&country=Norway&foot=left`);
    await expect(page.getByText("1–1 of 1")).toBeVisible();
    const table = page.getByRole("table");
    expect(await overflow(table.locator(".."))).toBe(0);
    await expect(page.getByRole("columnheader", { name: "Contract" })).toBeInViewport();
    if (width < 1200) return;
    const filters = page.getByRole("complementary", { name: "Filters" });
    await expect(filters.getByText("Norway")).toBeVisible();
    expect(await overflow(filters)).toBe(0);
  });
}
