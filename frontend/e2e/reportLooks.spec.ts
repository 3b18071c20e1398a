import { expectNoViolation } from "./axe.ts";
import { expect, test } from "./test.ts";

// The report page on narrow and wide screens, light and dark.
test.use({ baseURL: process.env.E2E_REPORT_STACK });

test.describe("on a phone", () => {
  test.use({ viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true });

  test("evidence opens below a sentence that is tapped, and nothing is cut off", async ({
    signedIn: page,
    api,
  }) => {
    const report = await api.scout((await api.findPlayer("Octave Aubourt")).id);
    await page.goto(`/players/${String(report.player_id)}/reports/${report.id}`);
    const [first, second] = report.claims.filter(({ status }) => status === "checked");
    const sentence = (text = "") => page.getByRole("button", { name: text, exact: true });
    const item = (text = "") => page.getByRole("listitem").filter({ has: sentence(text) });
    await sentence(first?.text).tap();
    await expect(item(first?.text).getByText(/(^|· )Player data$/)).toBeVisible();
    await sentence(second?.text).tap();
    await expect(item(second?.text).getByText(/(^|· )Player data$/)).toBeVisible();
    await expect(sentence(first?.text)).toHaveAttribute("aria-expanded", "true");
    await sentence(first?.text).tap();
    await expect(sentence(first?.text)).toHaveAttribute("aria-expanded", "false");
    await expect(item(first?.text).getByText(/(^|· )Player data$/)).toHaveCount(0);
    await expect(page.getByRole("complementary", { name: "Evidence" })).toHaveCount(0);
    await page.getByRole("button", { name: /^\d+ removed$/ }).tap();
    for (const path of [page.url(), `/players/${String(report.player_id)}?tab=reports`]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { name: "Seasons" })).toBeVisible();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${path} scrolls sideways`).toBeLessThanOrEqual(375);
    }
  });
});

test("lines of text stay under 75 characters", async ({ signedIn: page, api }) => {
  const report = await api.scout((await api.findPlayer("Maksym Dovylenko")).id);
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(`/players/${String(report.player_id)}/reports/${report.id}`);
  await page.getByRole("button", { name: /^\d+ removed$/ }).click();
  await expect(page.getByRole("list", { name: "Removed sentences" })).toBeVisible();
  const longest = await page.evaluate(() => {
    const lengths = [0];
    const texts = document.querySelectorAll("[aria-describedby] > span, [aria-label^='Removed'] p");
    for (const node of texts) {
      const range = document.createRange();
      const text = node.firstChild;
      let [top, length] = [NaN, 0];
      for (let index = 0; text && index < (text.textContent?.length ?? 0); index++) {
        range.setStart(text, index);
        range.setEnd(text, index + 1);
        const line = range.getBoundingClientRect().top;
        length = line === top ? length + 1 : 1;
        top = line;
        lengths.push(length);
      }
    }
    return Math.max(...lengths);
  });
  expect(longest).toBeGreaterThan(20);
  expect(longest).toBeLessThanOrEqual(75);
});

for (const name of ["Floris van 't Boekhuis", "Görkem Yalınakın"]) {
  test(`axe finds nothing in a report on ${name}`, async ({ signedIn: page, api }) => {
    const player = await api.findPlayer(name);
    const before = await api.scout(player.id);
    await api.patchPlayer(player.id, { agent: "New", height_cm: 201, current_team: "Axe FC" });
    const after = await api.scout(player.id);
    await page.goto(`/players/${String(player.id)}/reports/${before.id}?compare=${after.id}`);
    await expect(page.getByRole("region", { name: "Changes" })).toContainText("Axe FC");
    await expect(page.getByRole("region", { name: "Out of date" })).toBeVisible();
    await page.getByRole("button", { name: /^\d+ removed$/ }).click();
    await page
      .getByRole("button", { name: /percentile/ })
      .first()
      .focus();
    await expect(page.getByRole("complementary", { name: "Evidence" })).toContainText("vs ");
    await expectNoViolation(page);
    await page.setViewportSize({ width: 375, height: 740 });
    await page
      .getByRole("button", { name: /percentile/ })
      .first()
      .click();
    await expectNoViolation(page);
    await page.setViewportSize({ width: 768, height: 900 });
    await page.goto(`/players/${String(player.id)}?tab=reports`);
    await expect(page.getByRole("heading", { name: "Seasons" })).toBeVisible();
    await expectNoViolation(page);
  });
}
