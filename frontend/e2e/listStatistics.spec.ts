import type { Page } from "@playwright/test";
import type { Api } from "./api.ts";
import { expectNoViolation } from "./axe.ts";
import { expect, test, unique } from "./test.ts";

// The list on a stack with the fictional sample and its statistics.
test.use({ baseURL: process.env.E2E_REPORT_STACK });

const PROVIDER = "Fictional data";
const names = (page: Page) => page.getByRole("table").locator("tbody a");
const notes = (page: Page) => page.getByRole("region", { name: "Player list" });

const season = (api: Api) => api.findSeason(PROVIDER, "2025/26");

/** The cells of a column, by the text of its header. */
async function column(page: Page, header: string) {
  await expect(page.getByRole("table")).toHaveAttribute("aria-busy", "false");
  const headers = await page.getByRole("columnheader").allTextContents();
  const index = headers.indexOf(header);
  expect(index, header).toBeGreaterThan(0);
  return page.locator(`tbody tr > :nth-child(${String(index + 1)})`);
}

async function numbers(page: Page, header: string) {
  const texts = await (await column(page, header)).allTextContents();
  return texts.map((text) => Number(text.replace(",", "").replace("−", "-")));
}

/** Shows figures of metrics as columns. */
async function chooseColumns(page: Page, find: string, ...figures: string[]) {
  await page.getByRole("button", { name: "Columns" }).click();
  const dialog = page.getByRole("dialog", { name: "Columns" });
  await dialog.getByRole("searchbox", { name: "Find metrics" }).fill(find);
  const statistics = dialog.getByRole("region", { name: "Columns of statistics" });
  for (const figure of figures) {
    await statistics.getByRole("checkbox", { name: figure, exact: true }).check();
  }
  await page.keyboard.press("Escape");
}

test("a metric as a column brings the newest season; it sorts and is kept", async ({
  signedIn: page,
  api,
}) => {
  await page.goto("/players");
  await expect(page.getByLabel("Season of statistics").first()).toHaveValue("");
  await chooseColumns(page, "shots on", "Shots on target per 90", "Shots on target");
  const newest = await page.getByLabel("Season of statistics").inputValue();
  await expect(page).toHaveURL(new RegExp(`season=${newest}`));
  const { players } = await api.listPlayers({ season: newest, sort: "id", column: "goals" });
  expect(players.length).toBeGreaterThan(0);

  await page.getByLabel("Season of statistics").selectOption(String(await season(api)));
  await expect(notes(page)).toContainText("Fictional data 2025/26 · data as of 1 Nov 2026");
  await page.getByRole("button", { name: "SoT/90" }).click();
  const header = page.getByRole("columnheader", { name: "SoT/90" });
  await expect(header).toHaveAttribute("aria-sort", "descending");
  await expect(header.getByRole("button")).toHaveAttribute("title", "Shots on target per 90");
  await expect(page).toHaveURL(/sort=-shots_on_target.per_90/);
  const descending = await numbers(page, "SoT/90");
  expect(descending).toHaveLength(20);
  expect(descending).toEqual(descending.toSorted((a, b) => b - a));

  await page.getByRole("button", { name: "SoT", exact: true }).click();
  await page.getByRole("button", { name: "SoT", exact: true }).click();
  await expect(page.getByRole("columnheader", { name: "SoT", exact: true })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  const query = {
    season: await season(api),
    sort: "shots_on_target.value",
    column: "shots_on_target",
  };
  const stored = await api.listPlayers({ ...query, last_season_min: 2025 });
  await expect(names(page)).toHaveText(stored.players.map(({ full_name }) => full_name));
  expect(await numbers(page, "SoT")).toEqual(
    stored.players.map(({ stats }) => stats.shots_on_target?.value),
  );
  await page.reload();
  await expect(names(page)).toHaveText(stored.players.map(({ full_name }) => full_name));
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("button", { name: "Reset columns" }).click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("columnheader", { name: /^SoT/ })).toHaveCount(0);
});

test("percentiles are shaded by what is good, and unknown figures have a dash", async ({
  signedIn: page,
  api,
}) => {
  const id = await season(api);
  const query = { season: id, minutes_min: 900, position: "Attack", sort: "-goals.percentile" };
  await page.goto(
    `/players?season=${String(id)}&minutes_min=900&position=Attack&sort=-goals.percentile`,
  );
  await expect(names(page)).toHaveCount(20);
  await chooseColumns(page, "fouls com", "Fouls committed percentile");
  await chooseColumns(page, "saves", "Saves");
  await expect(await column(page, "Saves")).toHaveText(Array<string>(20).fill("–"));
  const stored = await api.listPlayers({ ...query, column: "fouls", last_season_min: 2025 });
  await expect(names(page)).toHaveText(stored.players.map(({ full_name }) => full_name));
  const cells = await column(page, "Fouls pctl");
  for (const [index, { stats }] of stored.players.entries()) {
    const percentile = stats.fouls?.percentile ?? 0;
    // Few fouls are good.
    const level = String(Math.min(5, Math.floor((100 - percentile) / 20) + 1));
    await expect(cells.nth(index).locator("span")).toHaveAttribute("data-heat", level);
    await expect(cells.nth(index)).toHaveText(/^\d{1,3}$/);
  }
});

test("filters by minutes and ranges of metrics, in words, in the address, and removable", async ({
  signedIn: page,
  api,
}) => {
  const id = await season(api);
  await page.goto(`/players?season=${String(id)}`);
  const filters = page.getByRole("region", { name: "Statistics filters" });
  await filters.getByLabel("Minutes, min").fill("many");
  await expect(filters.getByRole("alert")).toHaveText("Enter a whole number from 0 to 10000.");
  await filters.getByLabel("Minutes, min").fill("900");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/minutes_min=900/);

  await filters.getByRole("combobox", { name: "Add filter by metric" }).fill("shots");
  await page.getByRole("option", { name: "Shots", exact: true }).click();
  await expect(filters.getByLabel("Figure of Shots")).toHaveValue("per_90");
  const min = filters.getByLabel("Shots per 90, min");
  await min.fill("abc");
  await expect(filters.getByRole("alert")).toHaveText("Enter a number such as 12 or 0.35.");
  await min.fill("4");
  await filters.getByLabel("Shots per 90, max").fill("2");
  await page.keyboard.press("Enter");
  await expect(filters.getByRole("alert")).toHaveText("Min is greater than max.");
  await expect(page).toHaveURL(/stat=shots.per_90%3A4\.\.$/);
  await expect(filters.getByLabel("Shots per 90, max")).toBeFocused();
  await filters.getByLabel("Shots per 90, max").fill("");
  await min.fill("3");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/stat=shots.per_90%3A3\.\./);

  await filters.getByRole("combobox", { name: "Add filter by metric" }).fill("pass comp");
  await page.getByRole("option", { name: "Pass completion" }).click();
  await filters.getByLabel("Figure of Pass completion").selectOption("Percentile");
  await filters.getByLabel("Pass completion percentile, min").fill("101");
  await expect(filters.getByRole("alert")).toHaveText("Enter a number from 0 to 100.");
  await filters.getByLabel("Pass completion percentile, min").fill("40");
  await filters.getByLabel("Pass completion percentile, max").fill("90");
  await page.keyboard.press("Enter");

  const chips = page.getByRole("list", { name: "Active filters" });
  await expect(chips.getByRole("button")).toHaveText([
    "Minutes ≥ 900",
    "Shots per 90 ≥ 3",
    "Pass completion percentile 40–90",
    "Remove filters",
  ]);
  const stored = await api.listPlayers({
    season: id, minutes_min: 900, last_season_min: 2025, limit: 100, sort: "-shots.per_90",
    stat: "shots.per_90:3..", column: "pass_pct",
  }); // prettier-ignore
  const within = stored.players.filter(({ stats }) => {
    const percentile = stats.pass_pct?.percentile;
    return typeof percentile === "number" && percentile >= 40 && percentile <= 90;
  });
  expect(stored.total).toBeLessThanOrEqual(100);
  expect(within.length).toBeGreaterThan(1);
  await expect(page.getByText(`${String(within.length)} players`, { exact: true })).toBeVisible();

  await page.reload();
  await expect(chips.getByRole("button")).toHaveCount(4);
  await filters.getByLabel("Figure of Shots").focus();
  await filters.getByLabel("Figure of Shots").selectOption("Total");
  await expect(page).not.toHaveURL(/stat=shots/);
  await expect(filters.getByLabel("Figure of Shots")).toBeFocused();
  await filters.getByLabel("Shots, min").fill("60");
  await page.keyboard.press("Enter");
  await expect(chips).toContainText("Shots ≥ 60");
  await chips.getByRole("button", { name: "Remove filter Pass completion percentile" }).click();
  await expect(page).not.toHaveURL(/pass_pct/);
  await filters.getByRole("button", { name: "Remove Shots" }).click();
  await expect(page).not.toHaveURL(/stat=/);
  await page.goBack();
  await expect(chips).toContainText("Shots ≥ 60");
  await page.getByLabel("Season of statistics").selectOption("None");
  await expect(page).toHaveURL(/\/players$/);
});

test("players not seen recently are hidden, shown by one press, and marked", async ({
  signedIn: page,
  api,
}) => {
  const { newest_season } = await api.readFilterOptions();
  const since = (newest_season ?? 0) - 1;
  const [all, recent] = [
    await api.listPlayers({}),
    await api.listPlayers({ last_season_min: since }),
  ];
  const hidden = all.total - recent.total;
  expect(hidden).toBeGreaterThan(100);
  const words = `players not seen since ${String(since - 1)}/${String(since).slice(2)}`;

  await page.goto("/players");
  await expect(page.getByText(`${recent.total.toLocaleString("en-GB")} players`)).toBeVisible();
  await expect(page.getByText(/^last seen/)).toHaveCount(0);
  await page
    .getByRole("button", { name: `Show ${hidden.toLocaleString("en-GB")} ${words}` })
    .click();
  await expect(page).toHaveURL(/not_seen=show/);
  await expect(page.getByText(`${all.total.toLocaleString("en-GB")} players`)).toBeVisible();
  await expect(page.getByText(/^last seen \d{4}\/\d\d$/).first()).toBeVisible();
  await expect(page.getByRole("checkbox", { name: `Show ${words}` })).toBeChecked();
  await page.reload();
  await expect(page.getByText(/^last seen \d{4}\/\d\d$/).first()).toBeVisible();
  await page.getByRole("button", { name: `Remove filter Including ${words}` }).click();
  await expect(page.getByText(/^last seen/)).toHaveCount(0);

  // A search that finds only one of them offers to show them.
  const old = (await api.listPlayers({ sort: "last_season" })).players.find(
    ({ full_name }) => full_name.length > 12,
  );
  await page.goto(`/players?q=${encodeURIComponent(old?.full_name ?? "")}`);
  await expect(page.getByRole("heading", { name: "No matches" })).toBeVisible();
  await page.getByRole("button", { name: /^Show \d+ players? not seen since/ }).click();
  await expect(page.getByRole("row", { name: old?.full_name })).toContainText("last seen 20");
});

test("players without a status can be found, with their number", async ({
  signedIn: page,
  api,
}) => {
  const { status_unknown } = await api.readFilterOptions();
  expect(status_unknown).toBeGreaterThan(0);
  await page.goto("/players?not_seen=show");
  await page
    .getByRole("checkbox", { name: `Unknown ${status_unknown.toLocaleString("en-GB")}` })
    .check();
  await expect(page).toHaveURL(/status=unknown/);
  await expect(page.getByText(`${status_unknown.toLocaleString("en-GB")} players`)).toBeVisible();
  await expect(page.getByRole("button", { name: "Remove filter Status unknown" })).toBeVisible();
});

test("a season without data for the list says so", async ({ signedIn: page, api }) => {
  const club = unique("No data FC");
  await api.createPlayer({ current_team: club });
  const id = String(await season(api));
  await page.goto(`/players?season=${id}&club=${encodeURIComponent(club)}`);
  await expect(
    page.getByText("None of these players has statistics in Fictional data 2025/26."),
  ).toBeVisible();
  await page.goto(`/players?season=${id}&sort=full_name&not_seen=show&status=retired`);
  await expect(page.getByText(/of these players have statistics|choose statistics/)).toBeVisible();
});

test("metrics that cannot load show an error and a retry", async ({ signedIn: page }) => {
  await page.route("**/api/metrics", (route) => route.abort());
  await page.goto("/players");
  await page.getByRole("button", { name: "Columns" }).click();
  const dialog = page.getByRole("dialog", { name: "Columns" });
  await expect(dialog.getByRole("alert")).toContainText("The server cannot be reached.");
  await page.unroute("**/api/metrics");
  await dialog.getByRole("button", { name: "Try again" }).click();
  await expect(dialog.getByRole("alert")).toHaveCount(0);
  await expect(dialog.getByText("Shooting")).toBeVisible();
});

test("on a phone: order and filters in the sheet, cards with the chosen columns", async ({
  signedIn: page,
  api,
}) => {
  await page.setViewportSize({ width: 375, height: 740 });
  await page.goto(`/players?season=${String(await season(api))}&minutes_min=900`);
  await chooseColumns(page, "goals", "Goals", "Goals percentile");
  const card = page
    .getByRole("listitem")
    .filter({ has: page.locator("[data-player-link]") })
    .first();
  await expect(card).toContainText("Goals pctl");
  await page.getByRole("button", { name: "Filters", exact: true }).click();
  const sheet = page.getByRole("dialog", { name: "Filters" });
  await sheet.getByLabel("Sort by").selectOption("Goals");
  await expect(page).toHaveURL(/sort=-goals.value/);
  await sheet.getByText("Ascending").click();
  await expect(page).toHaveURL(/sort=goals.value/);
  await sheet.getByText("Descending").click();
  await sheet.getByRole("combobox", { name: "Add filter by metric" }).fill("tackles");
  await sheet.getByRole("option", { name: "Tackles", exact: true }).click();
  await sheet.getByLabel("Tackles per 90, min").fill("0.5");
  await sheet.getByLabel("Tackles per 90, min").press("Enter");
  await sheet.getByRole("checkbox").last().scrollIntoViewIfNeeded();
  await expectNoViolation(page);
  await sheet.getByRole("button", { name: /^Show \d+ players$/ }).click();
  await expect(
    page.getByRole("button", { name: "Remove filter Tackles per 90 ≥ 0.5" }),
  ).toBeVisible();
  const stored = await api.listPlayers({
    season: await season(api), minutes_min: 900, stat: "tackles.per_90:0.5..", sort: "-goals.value",
    column: "goals", limit: 1, last_season_min: 2025,
  }); // prettier-ignore
  await expect(card).toContainText(stored.players[0]?.full_name ?? "");
  await expect(card.getByRole("definition").first()).toHaveText(
    String(stored.players[0]?.stats.goals?.value),
  );
  await expectNoViolation(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(375);
});

test("no accessibility violations with statistics", async ({ signedIn: page, api }) => {
  await page.goto(`/players?season=${String(await season(api))}&minutes_min=900&position=Defender`);
  await chooseColumns(page, "tackles", "Tackles percentile", "Tackles per 90");
  await page.getByRole("button", { name: "Columns" }).click();
  const dialog = page.getByRole("dialog", { name: "Columns" });
  await dialog.getByText("Shooting").click();
  await expect(dialog.getByRole("checkbox", { name: "Shots per 90" })).toBeVisible();
  await expectNoViolation(page);
  await page.keyboard.press("Escape");
  await page
    .getByRole("button", { name: "Tkl pctl" })
    .or(page.getByRole("button", { name: "Tackles pctl" }))
    .click();
  await expect(page.locator("[data-heat='5']").first()).toBeVisible();
  await expectNoViolation(page);
  await page.getByRole("combobox", { name: "Add filter by metric" }).fill("duel");
  await expect(page.getByRole("option", { name: "Duels won", exact: true })).toBeVisible();
  await expectNoViolation(page);
});
