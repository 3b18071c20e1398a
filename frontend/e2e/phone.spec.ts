import { expect, test, unique } from "./test.ts";

test.use({ viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true });

test("on a phone: cards, dialogs from the bottom edge, nothing cut off", async ({
  signedIn: page,
  api,
}) => {
  const name = unique("Pocket");
  await api.createPlayer({ full_name: name, market_value: 850_000, current_team: "Phone FC" });
  await page.goto(`/players?q=${encodeURIComponent(name)}`);
  await expect(page.getByRole("table")).toHaveCount(0);
  const card = page.getByRole("listitem").filter({ has: page.getByRole("link", { name }) });
  await expect(card).toContainText("€850k");
  await expect(card).toContainText("Phone FC");

  await page.getByRole("button", { name: "Filters" }).tap();
  const sheet = page.getByRole("dialog", { name: "Filters" });
  const box = await sheet.boundingBox();
  expect(box?.width).toBe(375);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(740, 0);
  await sheet.getByRole("checkbox", { name: /^Goalkeeper/ }).check();
  await sheet.getByRole("button", { name: "Show 0 players" }).tap();
  await expect(page.getByRole("heading", { name: "No matches" })).toBeVisible();
  await page.getByRole("button", { name: "Remove filter Goalkeeper" }).tap();

  await card.getByRole("link", { name }).tap();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Edit", exact: true }).tap();
  const form = page.getByRole("dialog", { name: `Edit ${name}` });
  await form.getByLabel("Market value", { exact: true }).fill("900k");
  await form.getByRole("button", { name: "Save" }).tap();
  await expect(form).toBeHidden();
  await expect(page.getByRole("article").getByText("€900k", { exact: true })).toBeVisible();

  for (const path of ["/players", page.url(), "/about", "/account", "/nowhere"]) {
    await page.goto(path);
    await page.waitForLoadState("networkidle");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, `${path} scrolls sideways`).toBeLessThanOrEqual(375);
  }
  await page
    .getByRole("navigation", { name: "Pages" })
    .getByRole("link", { name: "Players" })
    .tap();
  await expect(page.getByRole("heading", { name: /^Players/ })).toBeVisible();
});
