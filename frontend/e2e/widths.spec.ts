import type { Locator } from "@playwright/test";
import { expect, signIn, test, unique } from "./test.ts";

const overflow = (part: Locator) => part.evaluate((node) => node.scrollWidth - node.clientWidth);

for (const width of [768, 1024, 1280, 1440]) {
  test(`at ${String(width)} pixels the list shows its columns whole`, async ({
    signedIn: page,
    desk,
  }) => {
    const club = unique("Wide");
    await desk.createPlayer({ current_team: club, country: "Norway", foot: "left" });
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

test("users on a phone: the role can be read and changed", async ({ page, desk, baseURL }) => {
  const admin = await desk.createAccount("admin");
  const other = await desk.createAccount();
  await page.setViewportSize({ width: 375, height: 740 });
  await signIn(page, baseURL ?? "", await desk.token(admin));
  await page.goto("/users");
  const role = page.getByLabel(`Role of ${other.username}`);
  await expect(role).toBeVisible();
  expect((await role.boundingBox())?.width).toBeGreaterThan(90);
  const disable = await page
    .getByRole("button", { name: `Disable ${other.username}` })
    .boundingBox();
  expect((disable?.x ?? 375) + (disable?.width ?? 0)).toBeLessThanOrEqual(375);
});
