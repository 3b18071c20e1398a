import type { Page } from "@playwright/test";
import { expectNoViolation } from "./axe.ts";
import { deferred } from "./deferred.ts";
import { STATISTICS } from "./statistics.ts";
import { expect, test } from "./test.ts";

// The player page without a report, on a stack with careers and a second provider's statistics.
test.use({ baseURL: process.env.E2E_REPORT_STACK });

const block = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

const seasonRow = (page: Page, name: RegExp) =>
  block(page, "Seasons").getByRole("row", { name }).first();

test("the career is visible without a report", async ({ signedIn: page, api }) => {
  const player = await api.findPlayer(STATISTICS.twoClubs);
  await page.goto(`/players/${String(player.id)}`);
  await expect(page.getByRole("tab", { name: "Career" })).toHaveAttribute("aria-selected", "true");
  const valuations = await api.readValuations(player.id);
  expect(valuations.length).toBeGreaterThan(3);
  await expect(block(page, "Market value")).toContainText(
    `${String(valuations.length + 1)} values`,
  );
  await expect(block(page, "Market value")).toContainText(/Data as of .+, the latest valuation\./);
  await expect(block(page, "Transfers").getByRole("row")).toHaveCount(5);

  const seasons = block(page, "Seasons");
  await expect(seasons).toContainText("FBref: data as of 31 Oct 2026.");
  await expect(seasonRow(page, /FBref/)).toBeVisible();
  await expect(seasonRow(page, /Transfermarkt/)).toBeVisible();
  await seasons.getByLabel("Provider").selectOption("FBref");
  await expect(seasonRow(page, /Heronreach/).getByRole("cell")).toHaveText([
    /^Heronreach.*, Espinocerro.*Crown League.*, Liga Del Faro/, "24", "2,160", "4", "53", "26", "2",
    "–", "1",
  ]); // prettier-ignore

  const percentiles = block(page, "Percentiles");
  await expect(percentiles.getByLabel("Season")).toHaveValue(/\d+/);
  await expect(percentiles).toContainText("vs 39 centre-forwards, 900+ minutes, 2026/27;");
  await expect(percentiles).toContainText(/1 excluded without the minutes or the figure\./);
  const goals = percentiles
    .getByRole("table", { name: "Percentiles: Shooting" })
    .getByRole("row", { name: /^Goals / });
  await expect(goals).toContainText("0.17 per 90");
  await expect(goals).toContainText(/\d+(st|nd|rd|th) percentile/);
  await expect(
    percentiles.getByRole("row", { name: /^Yellow cards lower is better/ }),
  ).toBeVisible();
});

test("seasons: providers, groups, rates and lines, by keyboard and in the address", async ({
  signedIn: page,
  api,
}) => {
  const player = await api.findPlayer(STATISTICS.twoClubs);
  await page.goto(`/players/${String(player.id)}?provider=fbref`);
  const seasons = block(page, "Seasons");
  const lines = seasons.getByRole("button", { name: /2 competitions and clubs/ });
  await lines.press("Enter");
  await expect(lines).toHaveAttribute("aria-expanded", "true");
  const faro = seasons.getByRole("row", { name: /^Liga Del Faro/ });
  await expect(faro.getByRole("cell")).toHaveText([
    "Espinocerro", "4", "360", "3", "12", "6", "1", "99", "0",
  ]); // prettier-ignore

  await seasons.getByLabel("Statistics").selectOption("Carrying");
  await expect(
    seasonRow(page, /Heronreach/)
      .getByRole("cell")
      .last(),
  ).toHaveText("–");
  await expect(faro.getByRole("cell").last()).toHaveText("99");

  await seasons.getByLabel("Statistics").selectOption("Shooting");
  await seasons.getByText("Per 90", { exact: true }).click();
  await expect(seasons.getByRole("columnheader", { name: "Goals per 90" })).toBeVisible();
  await expect(seasonRow(page, /Heronreach/).getByText("0.17")).toHaveCSS("font-style", "italic");
  await expect(seasons).toContainText("Italic: derived from the minutes or from parts");
  await expect(page).toHaveURL(/\?provider=fbref&group=shooting&basis=per_90$/);

  await seasons.getByLabel("Provider").selectOption("Transfermarkt");
  await seasons.getByText("Totals", { exact: true }).click();
  await expect(seasonRow(page, /FBref/)).toHaveCount(0);
  await expect(seasons.getByRole("row", { name: /^Total/ })).toBeVisible();
  await page.reload();
  await expect(seasons.getByLabel("Provider")).toHaveValue("transfermarkt");
  await expect(seasons.getByLabel("Statistics")).toHaveValue("shooting");
  await expect(seasons.getByRole("columnheader", { name: "Goals" })).toBeVisible();
});

test("percentiles: another season and cohort, and the reason where there are none", async ({
  signedIn: page,
  api,
}) => {
  const player = await api.findPlayer(STATISTICS.twoClubs);
  await page.goto(`/players/${String(player.id)}`);
  const percentiles = block(page, "Percentiles");
  await percentiles.getByLabel("Season").selectOption({ label: "2026/27 · FBref" });
  await percentiles.getByText("Position and league").click();
  await expect(percentiles).toContainText(
    /vs 39 centre-forwards, 900\+ minutes, 2026\/27, Crown League/,
  );
  await percentiles.getByLabel("Season").selectOption({ label: "2025/26 · Transfermarkt" });
  await expect(percentiles).toContainText("The league is not stated");
  await percentiles.getByText("Position", { exact: true }).click();
  await expect(percentiles).toContainText(/900\+ minutes, 2025\/26;/);
  await expect(page).toHaveURL(/\?season=\d+$/);

  const other = await api.findPlayer(STATISTICS.fewMinutes);
  await page.goto(`/players/${String(other.id)}`);
  await percentiles.getByLabel("Season").selectOption({ label: "2026/27 · FBref" });
  await expect(percentiles).toContainText("720 minutes; percentiles need at least 900.");
  await expect(percentiles.getByRole("table")).toHaveCount(0);
});

test("tabs are in the address, and back returns to the career", async ({ signedIn: page, api }) => {
  const player = await api.findPlayer(STATISTICS.twoClubs);
  await page.goto(`/players/${String(player.id)}`);
  await page.getByRole("tab", { name: "Career" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/\?tab=reports$/);
  await expect(page.getByText("No report yet.")).toBeVisible();
  await expect(block(page, "Seasons")).toHaveCount(0);
  await page.goBack();
  await expect(block(page, "Seasons")).toBeVisible();
  await page.goto(`/players/${String(player.id)}?tab=nothing&season=x&group=unknown`);
  await expect(seasonRow(page, /FBref/)).toBeVisible();
});

test("players without data say what to do, and those not seen recently are marked", async ({
  signedIn: page,
  api,
}) => {
  const player = await api.createPlayer();
  await page.goto(`/players/${String(player.id)}`);
  await expect(block(page, "Market value")).toContainText("No market value yet.");
  await expect(block(page, "Transfers")).toContainText("No transfers yet.");
  await expect(block(page, "Seasons")).toContainText(
    "No statistics yet. Import a file with load_csv_data.py FILE",
  );
  await expect(block(page, "Percentiles")).toHaveCount(0);
  await expect(page.getByText("Last seen")).toHaveCount(0);
  await expectNoViolation(page);

  const old = await api.findPlayer(STATISTICS.notSeenSince2019);
  await page.goto(`/players/${String(old.id)}`);
  await expect(page.getByText("Last seen 2019/20")).toBeVisible();
  const recent = await api.findPlayer(STATISTICS.twoClubs);
  await page.goto(`/players/${String(recent.id)}`);
  await expect(seasonRow(page, /FBref/)).toBeVisible();
  await expect(page.getByText("Last seen")).toHaveCount(0);
});

for (const [title, call] of [
  ["Market value", "valuations"],
  ["Transfers", "transfers"],
  ["Seasons", "seasons"],
  ["Percentiles", "seasons/*/percentiles?*"],
] as const) {
  test(`${title}: a placeholder while it loads, an error with a retry`, async ({
    signedIn: page,
    api,
  }) => {
    const player = await api.findPlayer(STATISTICS.twoClubs);
    const path = `**/api/players/${String(player.id)}/${call}`;
    const held = deferred();
    await page.route(path, async (route) => {
      await held.promise;
      await route.abort();
    });
    await page.goto(`/players/${String(player.id)}`);
    await expect(block(page, title)).toHaveAttribute("aria-busy", "true");
    held.keep();
    const alert = block(page, title).getByRole("alert");
    await expect(alert).toContainText(`${title} could not be loaded`);
    await page.unroute(path);
    await alert.getByRole("button", { name: "Try again" }).click();
    await expect(block(page, title)).toHaveAttribute("aria-busy", "false");
    await expect(block(page, title).getByRole("alert")).toHaveCount(0);
  });
}

test("axe finds nothing in the career", async ({ signedIn: page, api }) => {
  const player = await api.findPlayer(STATISTICS.twoClubs);
  await page.goto(`/players/${String(player.id)}?group=shooting&basis=per_90`);
  await block(page, "Seasons")
    .getByRole("button", { name: /2 competitions and clubs/ })
    .click();
  await expect(block(page, "Percentiles").getByRole("table").first()).toBeVisible();
  await block(page, "Market value").getByRole("button", { name: "Show table" }).click();
  await expectNoViolation(page);
});

test("the page does not move while it loads", async ({ signedIn: page, api }) => {
  const player = await api.findPlayer(STATISTICS.twoClubs);
  await page.addInitScript(() => {
    const shifts: number[] = [];
    (window as { shifts?: number[] }).shifts = shifts;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as { value?: number }).value ?? 0);
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(`/players/${String(player.id)}`);
  await expect(block(page, "Percentiles").getByRole("table").first()).toBeVisible();
  const shifts = await page.evaluate(() => (window as { shifts?: number[] }).shifts ?? []);
  expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.1);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true });

  test("seasons and transfers are cards, and nothing is cut off", async ({
    signedIn: page,
    api,
  }) => {
    const player = await api.findPlayer(STATISTICS.twoClubs);
    await page.goto(`/players/${String(player.id)}`);
    const cards = block(page, "Seasons").getByRole("list", { name: "Seasons" });
    const card = cards.getByRole("listitem").filter({ hasText: "FBref" });
    await expect(card).toContainText("Min2,160");
    await card.getByText("2 competitions and clubs").tap();
    await expect(card).toContainText(/Liga Del Faro( \(Spain\))? · Espinocerro/);
    await expect(block(page, "Seasons").getByRole("table")).toHaveCount(0);
    await expect(block(page, "Transfers").getByRole("listitem")).toHaveCount(4);
    await expect(block(page, "Percentiles").getByRole("table").first()).toBeVisible();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(375);
    await expectNoViolation(page);
  });
});
