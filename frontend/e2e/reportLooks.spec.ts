import { expectNoViolation } from "./axe.ts";
import { address, contentOf, longestLine, panel, sentence, sentencesOf } from "./reports.ts";
import { expect, test } from "./test.ts";

// The report page on narrow and wide screens, light and dark.
test.use({ baseURL: process.env.E2E_REPORT_STACK });

const BRIEF = { age_max: 20, budget: 1_000_000_000, question: "Could he start at once?" };

test.describe("on a phone", () => {
  test.use({ viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true });

  test("evidence opens below the paragraph of a sentence that is tapped, and nothing is cut off", async ({
    signedIn: page,
    api,
  }) => {
    const report = await api.scout((await api.findPlayer("Octave Aubourt")).id, BRIEF);
    await page.goto(address(report));
    const cited = contentOf(report).sections.flatMap(({ paragraphs }) =>
      paragraphs.map((sentences) => sentences.filter(({ evidence }) => evidence.length > 0)),
    );
    const [first, second] = cited.find((sentences) => sentences.length > 1) ?? [];
    const source = /(^|· )(Player data|Seasons|Valuations|Transfers|Computed)$/;
    const below = page.locator("p + div").filter({ visible: true }).getByText(source).first();
    await sentence(page, first?.text ?? "").tap();
    await expect(below).toBeVisible();
    await expect(sentence(page, first?.text ?? "")).toHaveAttribute("aria-expanded", "true");
    await sentence(page, second?.text ?? "").tap();
    await expect(sentence(page, second?.text ?? "")).toHaveAttribute("aria-expanded", "true");
    await expect(sentence(page, first?.text ?? "")).toHaveAttribute("aria-expanded", "false");
    await sentence(page, second?.text ?? "").tap();
    await expect(sentence(page, second?.text ?? "")).toHaveAttribute("aria-expanded", "false");
    await expect(below).toHaveCount(0);
    await expect(panel(page)).toHaveCount(0);
    await page.getByRole("button", { name: /more facts?$/ }).tap();
    for (const path of [page.url(), `/players/${String(report.player_id)}?tab=reports`]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { name: "Seasons" })).toBeVisible();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${path} scrolls sideways`).toBeLessThanOrEqual(375);
    }
  });

  test("the brief fits", async ({ signedIn: page, api }) => {
    const player = await api.findPlayer("Octave Aubourt");
    await page.goto(`/players/${String(player.id)}`);
    await page.getByRole("button", { name: "Create report" }).tap();
    const form = page.getByRole("dialog", { name: "Create report" });
    await expect(form.getByRole("button", { name: "Create report" })).toBeInViewport({ ratio: 1 });
    await form.getByLabel("Question").scrollIntoViewIfNeeded();
    for (const name of ["Question", "Budget", "Contract until, latest"]) {
      await form.getByLabel(name).scrollIntoViewIfNeeded();
      await expect(form.getByLabel(name)).toBeInViewport({ ratio: 1 });
    }
    await expectNoViolation(page);
  });
});

test("lines of text stay under 75 characters", async ({ signedIn: page, api }) => {
  const report = await api.scout((await api.findPlayer("Maksym Dovylenko")).id, BRIEF);
  for (const [width, height] of [
    [1920, 1080],
    [900, 1000],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto(address(report));
    await page.getByRole("button", { name: /more facts?$/ }).click();
    const [last] = sentencesOf(report).slice(-1);
    await expect(sentence(page, last?.text ?? "")).toBeVisible();
    const longest = await longestLine(
      page,
      "p:has(> [role=button]), li [role=button] > span:last-of-type, h3 + p",
    );
    expect(longest).toBeGreaterThan(20);
    expect(longest, `at ${String(width)} pixels`).toBeLessThanOrEqual(75);
  }
});

for (const name of ["Floris van 't Boekhuis", "Görkem Yalınakın"]) {
  test(`axe finds nothing in a report on ${name}`, async ({ signedIn: page, api }) => {
    const player = await api.findPlayer(name);
    const before = await api.scout(player.id, BRIEF);
    await api.patchPlayer(player.id, { height_cm: 201, current_team: "Axe FC", age: 33 });
    const after = await api.scout(player.id, BRIEF);
    await page.goto(`${address(before)}?compare=${after.id}`);
    await expect(page.getByRole("region", { name: "Changes" })).toContainText("Axe FC");
    await expect(page.getByRole("region", { name: "Out of date" })).toBeVisible();
    await page.getByRole("button", { name: /more facts?$/ }).click();
    const ranked = sentencesOf(before).find(({ evidence }) =>
      evidence.some((id) => id.endsWith(".position")),
    );
    await sentence(page, ranked?.text ?? "").focus();
    await expect(panel(page)).toContainText("vs ");
    await expectNoViolation(page);
    await page.getByRole("button", { name: "Show table" }).first().click();
    await expect(page.getByRole("table", { name: /^Percentiles/ }).first()).toBeVisible();
    await expectNoViolation(page);
    await page.setViewportSize({ width: 375, height: 740 });
    await sentence(page, ranked?.text ?? "").click();
    await expectNoViolation(page);
    await page.setViewportSize({ width: 768, height: 900 });
    await page.goto(`/players/${String(player.id)}?tab=reports`);
    await expect(page.getByRole("heading", { name: "Seasons" })).toBeVisible();
    await expectNoViolation(page);
  });
}
