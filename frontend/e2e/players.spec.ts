import type { Page } from "@playwright/test";
import { expect, test, unique } from "./test.ts";
import type { Api } from "./api.ts";

const names = (page: Page) => page.getByRole("table").locator("tbody a");

/** Creates three players at a new club. */
async function squad(api: Api) {
  const club = unique("FC");
  const add = (first: string, facts: object) =>
    api.createPlayer({ full_name: `${first} ${club}`, current_team: club, ...facts });
  await add("Ana", { position: "Goalkeeper", age: 31, market_value: 2_500_000, foot: "left" });
  await add("Bea", { position: "Attack", age: 19, market_value: 180_000_000, foot: "right" });
  await add("Cleo", { position: "Attack", age: 24, market_value: null, foot: "left" });
  return club;
}

test("search while typing, after a reload and with the back button", async ({
  signedIn: page,
  api,
}) => {
  const club = await squad(api);
  await page.goto("/players");
  await expect(page.getByRole("table")).toBeVisible();
  const box = page.getByRole("searchbox", { name: "Search players" });
  await box.pressSequentially(club, { delay: 15 });
  await expect(names(page)).toHaveCount(3);
  await expect(page).toHaveURL(/q=FC/);
  await page.reload();
  await expect(box).toHaveValue(club);
  await expect(names(page)).toHaveCount(3);
  await page.goBack();
  await expect(box).toHaveValue("");
  await expect(page).toHaveURL(/\/players$/);
  await page.goForward();
  await expect(box).toHaveValue(club);
  await expect(names(page)).toHaveCount(3);
});

test("filters and chips, after a reload and with the back button", async ({
  signedIn: page,
  api,
}) => {
  const club = await squad(api);
  await page.goto(`/players?club=${encodeURIComponent(club)}`);
  await expect(names(page)).toHaveCount(3);
  await page.getByRole("checkbox", { name: /^Attack/ }).check();
  await expect(names(page)).toHaveCount(2);
  await page.getByRole("checkbox", { name: /^Left/ }).check();
  await expect(names(page)).toHaveText([`Cleo ${club}`]);
  await page.reload();
  await expect(names(page)).toHaveText([`Cleo ${club}`]);
  await expect(page.getByRole("checkbox", { name: /^Attack/ })).toBeChecked();
  await page.goBack();
  await expect(names(page)).toHaveCount(2);
  await page.getByRole("button", { name: "Remove filter Attack" }).click();
  await expect(names(page)).toHaveCount(3);
});

test("filter by age, market value and nationality", async ({ signedIn: page, api }) => {
  const club = await squad(api);
  await page.goto(`/players?club=${encodeURIComponent(club)}`);
  await page.getByLabel("Age, max").fill("25");
  await page.getByLabel("Age, max").press("Enter");
  await expect(names(page)).toHaveCount(2);
  await page.getByLabel("Market value, min").fill("100M");
  await page.getByLabel("Market value, min").press("Tab");
  await expect(names(page)).toHaveText([`Bea ${club}`]);
  await expect(page.getByRole("list", { name: "Active filters" })).toContainText(
    "Market value ≥ €100m",
  );
  await page.getByRole("combobox", { name: "Nationality" }).fill("Norw");
  await page.getByRole("option", { name: /Norway/ }).click();
  await expect(page).toHaveURL(/country=Norway/);
  await expect(names(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Remove filters" }).click();
  await expect(page).toHaveURL(/\/players$/);
});

test("filter by contract, counted from today", async ({ signedIn: page, api }) => {
  const club = unique("Contract FC");
  const today = new Date();
  const inDays = (days: number) =>
    new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  for (const [name, days] of [
    ["Ended", -30],
    ["Soon", 30],
    ["Autumn", 300],
    ["Late", 900],
  ] as const) {
    const facts = { current_team: club, contract_until: inDays(days) };
    await api.createPlayer({ full_name: `${name} ${club}`, ...facts });
  }
  await page.goto(`/players?club=${encodeURIComponent(club)}&sort=contract_until`);
  await expect(names(page)).toHaveCount(4);
  const choice = page.getByLabel("Contract until");
  for (const [label, value, found] of [
    ["Expired", "expired", ["Ended"]],
    ["Within 6 months", "6_months", ["Soon"]],
    ["Within 12 months", "12_months", ["Soon", "Autumn"]],
    ["Later", "later", ["Late"]],
  ] as const) {
    await choice.selectOption(label);
    await expect(names(page)).toHaveText(found.map((name) => `${name} ${club}`));
    await expect(page).toHaveURL(new RegExp(`contract=${value}`));
  }
  await choice.selectOption("Custom range");
  await page.getByLabel("From").fill(inDays(200));
  await page.getByLabel("To", { exact: true }).fill("soon");
  await page.getByLabel("To", { exact: true }).press("Tab");
  await expect(page.getByText("Enter a date such as 21 Jul 2000.")).toBeVisible();
  await page.getByLabel("To", { exact: true }).fill(inDays(100));
  await expect(page.getByText("“From” is after “to”.")).toBeVisible();
  await page.getByLabel("To", { exact: true }).fill(inDays(400));
  await page.keyboard.press("Escape");
  await expect(names(page)).toHaveText([`Autumn ${club}`]);
  await page.reload();
  await expect(names(page)).toHaveText([`Autumn ${club}`]);
  await page.getByRole("button", { name: /^Remove filter Contract until/ }).click();
  await expect(names(page)).toHaveCount(4);
});

test("an invalid range shows an error at the field", async ({ signedIn: page }) => {
  await page.goto("/players");
  const [min, max] = [page.getByLabel("Age, min"), page.getByLabel("Age, max")];
  await min.fill("abc");
  await expect(page.getByRole("alert")).toHaveText("Enter a whole number from 0 to 120.");
  await expect(min).toHaveAttribute("aria-invalid", "true");
  await min.fill("30");
  await max.fill("20");
  await max.press("Enter");
  await expect(page.getByRole("alert")).toHaveText("Min is greater than max.");
  await expect(max).toHaveValue("20");
  await expect(page).not.toHaveURL(/age_max/);
  await max.fill("35");
  await max.press("Enter");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page).toHaveURL(/age_min=30&age_max=35/);
  await page.goto("/players?age_min=30&age_max=20");
  await expect(page.getByRole("alert")).toHaveText("Min is greater than max.");
  await expect(page.getByRole("heading", { name: "Invalid filters" })).toBeVisible();
  await page.getByRole("button", { name: "Remove filters" }).click();
  await expect(page.getByRole("rowheader").first()).toBeVisible();
});

test("the list has a plain heading, row headers and one scrollbar", async ({ signedIn: page }) => {
  await page.setViewportSize({ width: 1440, height: 500 });
  await page.goto("/players");
  await expect(page.getByRole("heading", { name: "Players", exact: true })).toBeVisible();
  await expect(page.getByRole("rowheader")).toHaveCount(20);
  const header = page.getByRole("columnheader", { name: "Player" });
  await page.getByRole("rowheader").last().scrollIntoViewIfNeeded();
  expect(await page.evaluate(() => scrollY)).toBeGreaterThan(300);
  await expect(header).toBeInViewport();
  const frame = page.getByRole("table").locator("..");
  expect(await frame.evaluate((node) => node.scrollHeight - node.clientHeight)).toBe(0);
});

test("sort by a column in both directions, kept in the address", async ({
  signedIn: page,
  api,
}) => {
  const club = await squad(api);
  await page.goto(`/players?club=${encodeURIComponent(club)}`);
  await expect(names(page)).toHaveText([`Bea ${club}`, `Ana ${club}`, `Cleo ${club}`]);
  await page.getByRole("button", { name: "Age", exact: true }).click();
  await expect(names(page)).toHaveText([`Ana ${club}`, `Cleo ${club}`, `Bea ${club}`]);
  await expect(page.getByRole("columnheader", { name: "Age" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await page.getByRole("button", { name: "Age", exact: true }).click();
  await expect(names(page)).toHaveText([`Bea ${club}`, `Cleo ${club}`, `Ana ${club}`]);
  await page.reload();
  await expect(names(page)).toHaveText([`Bea ${club}`, `Cleo ${club}`, `Ana ${club}`]);
  await page.goBack();
  await expect(names(page).first()).toHaveText(`Ana ${club}`);
});

test("pages and page size, kept in the address", async ({ signedIn: page, api }) => {
  const club = unique("Rovers");
  for (let number = 0; number < 23; number++) {
    const full_name = `Player ${String.fromCharCode(97 + number)} ${club}`;
    await api.createPlayer({ full_name, current_team: club });
  }
  await page.goto(`/players?club=${encodeURIComponent(club)}&sort=full_name`);
  await expect(names(page)).toHaveCount(20);
  await expect(page.getByText("1–20 of 23")).toBeVisible();
  await page.getByRole("button", { name: "Next page" }).click();
  await expect(names(page)).toHaveCount(3);
  await expect(page.getByText("21–23 of 23")).toBeVisible();
  await page.reload();
  await expect(names(page)).toHaveCount(3);
  await page.goBack();
  await expect(names(page)).toHaveCount(20);
  await page.getByLabel("Players per page").selectOption("50");
  await expect(names(page)).toHaveCount(23);
  await expect(page).toHaveURL(/limit=50/);
});

test("a row opens its player, and back returns to the same list", async ({
  signedIn: page,
  api,
}) => {
  const club = await squad(api);
  await page.goto(`/players?club=${encodeURIComponent(club)}`);
  const value = page.getByRole("row", { name: `Bea ${club}` }).getByText("€180m");
  const place = await value.boundingBox();
  await page.mouse.click((place?.x ?? 0) + 5, (place?.y ?? 0) + 5);
  await expect(page.getByRole("heading", { name: `Bea ${club}`, level: 1 })).toBeVisible();
  await expect(page.getByText("19", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Players", exact: true }).last().click();
  await expect(page.getByText("1–3 of 3")).toBeVisible();
});

test("chosen columns and widths are kept", async ({ signedIn: page }) => {
  await page.goto("/players");
  await expect(page.getByRole("columnheader", { name: "Height" })).toHaveCount(0);
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("checkbox", { name: "Height" }).check();
  const header = page.getByRole("columnheader", { name: "Club" });
  const width = async () => (await header.boundingBox())?.width ?? 0;
  const before = await width();
  const slider = page.getByRole("slider", { name: "Width of Club" });
  for (let press = 0; press < 6; press++) await slider.press("ArrowRight");
  await page.keyboard.press("Escape");
  await expect.poll(width).toBeGreaterThan(before + 20);

  const edge = await page.getByRole("columnheader", { name: "Age" }).boundingBox();
  const [x, y] = [(edge?.x ?? 0) + (edge?.width ?? 0) - 3, (edge?.y ?? 0) + 10];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 80, y, { steps: 4 });
  await page.mouse.up();
  const age = async () =>
    (await page.getByRole("columnheader", { name: "Age" }).boundingBox())?.width ?? 0;
  await expect.poll(age).toBeGreaterThan((edge?.width ?? 0) + 40);
  await page.reload();
  await expect(page.getByRole("columnheader", { name: "Height" })).toBeVisible();
  expect(await width()).toBeGreaterThan(before);
  expect(await age()).toBeGreaterThan((edge?.width ?? 0) + 40);
});

test("no matches offers to remove the filters", async ({ signedIn: page }) => {
  await page.goto("/players?q=nobodyhasthisname");
  await expect(page.getByRole("heading", { name: "No matches" })).toBeVisible();
  await page.getByRole("button", { name: "Remove filters" }).click();
  await expect(names(page).first()).toBeVisible();
});

test("a list that cannot load shows the reason and a retry", async ({ signedIn: page }) => {
  await page.route("**/api/players?**", (route) => route.abort());
  await page.goto("/players");
  await expect(page.getByText("Cannot load players")).toBeVisible();
  await expect(page.getByText("The server cannot be reached.")).toBeVisible();
  await page.unroute("**/api/players?**");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(names(page).first()).toBeVisible();
});

test("an unknown address and an unknown player link to the list", async ({ signedIn: page }) => {
  await page.goto("/tactics");
  await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
  await page.goto("/players/999999999");
  await expect(page.getByText("Player not found")).toBeVisible();
  await page.getByRole("link", { name: "All players" }).click();
  await expect(page.getByRole("table")).toBeVisible();
});

test("a broken page links to the list", async ({ signedIn: page }) => {
  await page.route("**/assets/AboutPage-*.js", (route) => route.abort());
  await page.goto("/players");
  await page.getByRole("link", { name: "About" }).click();
  await expect(
    page.getByRole("heading", { name: "This page could not be displayed" }),
  ).toBeVisible();
  await page.getByRole("link", { name: "All players" }).click();
  await expect(names(page).first()).toBeVisible();
});
