import type { Locator, Page } from "@playwright/test";
import { deferred } from "./deferred.ts";
import { expect, test, unique } from "./test.ts";

const dialog = (page: Page, name: string | RegExp) => page.getByRole("dialog", { name });
const row = (page: Page, name: string) => page.getByRole("table").getByRole("row", { name });

async function openList(page: Page, name: string) {
  await page.goto(`/players?q=${encodeURIComponent(name)}`);
  await expect(row(page, name)).toBeVisible();
}

/** An input and the message beside it, as a screen reader would read it. */
async function expectMessage(input: Locator, message: string) {
  await expect(input).toHaveAttribute("aria-invalid", "true");
  await expect(input).toHaveAccessibleDescription(message);
}

test("create a player", async ({ signedIn: page, api }) => {
  const name = unique("Nova");
  await page.goto("/players");
  await page.getByRole("button", { name: "Add player" }).click();
  const form = dialog(page, "Add player");
  await form.getByLabel("Full name").fill(name);
  await form.getByRole("combobox", { name: "Nationality", exact: true }).fill("Côte d’Ivoire");
  await form.getByLabel("Birth date").fill("2004-05-31");
  await form.getByLabel("Position group").selectOption("Attack");
  await form.getByLabel("Status").selectOption("Free agent");
  await form.getByLabel("Market value", { exact: true }).fill("1.5M");
  await form.getByRole("button", { name: "Add player" }).click();

  await expect(form).toBeHidden();
  await page
    .getByRole("status")
    .filter({ hasText: `${name} was added.` })
    .getByRole("link")
    .click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await expect(page.getByText("Born 31 May 2004")).toBeVisible();
  await expect(page.getByRole("article").getByText("€1.5m")).toBeVisible();
  const id = Number(page.url().split("/").at(-1));
  expect((await api.readPlayer(id))?.market_value).toBe(1_500_000);
});

test("every validation message stands beside its field", async ({ signedIn: page }) => {
  await page.goto("/players");
  await page.getByRole("button", { name: "Add player" }).click();
  const form = dialog(page, "Add player");
  const save = form.getByRole("button", { name: "Add player" });
  const field = (label: string) => form.getByLabel(label, { exact: true });
  const suggest = (name: string) => form.getByRole("combobox", { name, exact: true });
  const name = form.getByLabel("Full name");
  const country = form.getByRole("combobox", { name: "Nationality", exact: true });

  await save.click();
  await expectMessage(name, "Enter the player’s name.");
  await expectMessage(country, "Enter the nationality.");
  await expectMessage(form.getByLabel("Status"), "Select a status.");
  await expect(name).toBeFocused();

  const cases: [Locator, string, string][] = [
    [name, "A", "A name has at least 2 characters."],
    [name, "A".repeat(101), "A name has at most 100 characters."],
    [country, "X", "A nationality has at least 2 characters."],
    [country, "X".repeat(61), "A nationality has at most 60 characters."],
    [suggest("Second nationality"), "X", "A nationality has at least 2 characters."],
    [field("Birth date"), "1850-01-01", "The birth date lies within the last 120 years."],
    [field("Birth date"), "2999-01-01", "The birth date lies within the last 120 years."],
    [field("Age"), "121", "An age is a whole number from 0 to 120."],
    [field("Age"), "2.5", "An age is a whole number from 0 to 120."],
    [field("Height (cm)"), "119", "A height is from 120 to 230 centimetres."],
    [field("Height (cm)"), "1.87", "A height is from 120 to 230 centimetres."],
    [suggest("Position"), "R".repeat(61), "A position has at most 60 characters."],
    [suggest("Club"), "C".repeat(121), "A club has at most 120 characters."],
    [suggest("League"), "L".repeat(121), "A league has at most 120 characters."],
    [field("Market value"), "plenty", "Enter an amount such as 45m or 850k."],
    [field("Market value"), "11bn", "An amount is at most €10bn."],
    [field("Career-high value"), "-1", "Enter an amount such as 45m or 850k."],
    [field("Agent"), "A".repeat(121), "An agent has at most 120 characters."],
  ];
  for (const [input, text, message] of cases) {
    await input.fill(text);
    await save.click();
    await expectMessage(input, message);
    await input.fill("");
  }

  await name.fill("Ada");
  await country.fill("England");
  await form.getByLabel("Status").selectOption("Active");
  await field("Birth date").fill("2000-01-01");
  await field("Age").fill("3");
  await field("Market value").fill("5M");
  await field("Career-high value").fill("4M");
  await save.click();
  await expect(field("Age")).toHaveAccessibleDescription(/^The birth date makes \d\d\.$/);
  await expectMessage(
    field("Career-high value"),
    "The career-high value cannot be below the market value.",
  );
});

test("the server's messages stand beside their fields too", async ({ signedIn: page }) => {
  await page.goto("/players");
  await page.getByRole("button", { name: "Add player" }).click();
  const form = dialog(page, "Add player");
  await form.getByLabel("Full name").fill("Bell\u0007a");
  await form.getByRole("combobox", { name: "Nationality", exact: true }).fill("Spain");
  await form.getByLabel("Status").selectOption("Active");
  await form.getByRole("button", { name: "Add player" }).click();
  await expect(form.getByLabel("Full name")).toHaveAccessibleDescription(
    /control characters: U\+0007/,
  );
});

test("edit a player: shown at once, and still there after a reload", async ({
  signedIn: page,
  api,
}) => {
  const player = await api.createPlayer({ market_value: 1_000_000 });
  await openList(page, player.full_name);
  await page.getByRole("button", { name: `Edit ${player.full_name}` }).click();
  const form = dialog(page, `Edit ${player.full_name}`);
  await form.getByLabel("Market value", { exact: true }).fill("€2.5M");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form).toBeHidden();
  await expect(row(page, player.full_name)).toContainText("€2.5m");
  await page.reload();
  await expect(row(page, player.full_name)).toContainText("€2.5m");
});

test("an edit that fails is taken back, and the form keeps it", async ({ signedIn: page, api }) => {
  const player = await api.createPlayer({ market_value: 1_000_000 });
  await openList(page, player.full_name);
  await page.getByRole("button", { name: `Edit ${player.full_name}` }).click();
  const form = dialog(page, `Edit ${player.full_name}`);
  await form.getByLabel("Market value", { exact: true }).fill("7M");
  const arrived = deferred();
  const release = deferred();
  await page.route(`**/api/players/${String(player.id)}`, async (route) => {
    if (route.request().method() !== "PATCH") return route.fallback();
    arrived.keep();
    await release.promise;
    return route.abort();
  });
  await form.getByRole("button", { name: "Save" }).click();
  await arrived.promise;
  const cells = page.locator("table tbody");
  await expect(cells).toContainText("€7m");
  release.keep();
  await expect(form.getByRole("alert")).toHaveText("The server cannot be reached.");
  await expect(cells).toContainText("€1m");
  await expect(form.getByLabel("Market value", { exact: true })).toHaveValue("7M");
});

test("unsaved changes are guarded", async ({ signedIn: page }) => {
  await page.goto("/players");
  const add = page.getByRole("button", { name: "Add player" });
  await add.click();
  await expect(dialog(page, "Add player").getByLabel("Full name")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog(page, "Add player")).toBeHidden();
  await expect(add).toBeFocused();

  await add.click();
  await dialog(page, "Add player").getByLabel("Full name").fill("Half a");
  await page.keyboard.press("Escape");
  const question = dialog(page, "Discard changes?");
  await question.getByRole("button", { name: "Keep editing" }).click();
  await expect(dialog(page, "Add player").getByLabel("Full name")).toHaveValue("Half a");
  await page.keyboard.press("Escape");
  await question.getByRole("button", { name: "Discard" }).click();
  await expect(dialog(page, "Add player")).toBeHidden();
  await add.click();
  await expect(dialog(page, "Add player").getByLabel("Full name")).toHaveValue("");
});

test("Escape closes the suggestions first, and then asks", async ({ signedIn: page }) => {
  await page.goto("/players");
  await page.getByRole("button", { name: "Add player" }).click();
  const form = dialog(page, "Add player");
  await form.getByRole("combobox", { name: "Nationality", exact: true }).fill("Nor");
  const suggestion = page.getByRole("option", { name: "Norway" });
  await expect(suggestion).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(suggestion).toBeHidden();
  await expect(dialog(page, "Discard changes?")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(dialog(page, "Discard changes?")).toBeVisible();
});

test("delete asks, and can be undone", async ({ signedIn: page, api }) => {
  const player = await api.createPlayer();
  await openList(page, player.full_name);
  await page.getByRole("button", { name: `More actions for ${player.full_name}` }).click();
  await page.getByRole("menuitem", { name: "Delete player" }).click();
  const question = dialog(page, `Delete ${player.full_name}?`);
  await question.getByRole("button", { name: "Delete" }).click();
  await expect(row(page, player.full_name)).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row(page, player.full_name)).toBeVisible();
  await page.reload();
  await expect(row(page, player.full_name)).toBeVisible();
  expect(await api.readPlayer(player.id)).toBeDefined();
});

test("the safe button is the default of a deletion, and Enter does not delete", async ({
  signedIn: page,
  api,
}) => {
  const player = await api.createPlayer();
  await openList(page, player.full_name);
  const opener = page.getByRole("button", { name: `More actions for ${player.full_name}` });
  await opener.click();
  await page.getByRole("menuitem", { name: "Delete player" }).click();
  const question = dialog(page, `Delete ${player.full_name}?`);
  await expect(question.getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(question).toBeHidden();
  await expect(opener).toBeFocused();
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
  await page.reload();
  await expect(row(page, player.full_name)).toBeVisible();
});

test("a dialog opened from a menu returns the focus to the menu's button", async ({
  signedIn: page,
  api,
}) => {
  const player = await api.createPlayer();
  await page.goto(`/players/${String(player.id)}`);
  const more = page.getByRole("button", { name: "More actions" });
  await more.press("Enter");
  await page.getByRole("menuitem", { name: "Delete player" }).press("Enter");
  await expect(dialog(page, "Delete").getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(more).toBeFocused();
});

test("dates are edited in the form they are shown", async ({ signedIn: page, api }) => {
  const player = await api.createPlayer({ date_of_birth: "2000-07-21" });
  await page.goto(`/players/${String(player.id)}`);
  await expect(page.getByText("Born 21 Jul 2000")).toBeVisible();
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const form = dialog(page, `Edit ${player.full_name}`);
  const born = form.getByLabel("Birth date");
  await expect(born).toHaveValue("21 Jul 2000");
  await born.fill("31 Foo 2000");
  await form.getByRole("button", { name: "Save" }).click();
  await expectMessage(born, "Enter a date such as 21 Jul 2000.");
  await born.fill("3 Aug 2001");
  await form.getByLabel("Contract until").fill("2030-06-30");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form).toBeHidden();
  await expect(page.getByText("Born 3 Aug 2001")).toBeVisible();
  await expect(page.getByText("30 Jun 2030")).toBeVisible();
});

test("a delete that nobody undoes happens", async ({ signedIn: page, api }) => {
  const player = await api.createPlayer();
  await page.goto(`/players/${String(player.id)}`);
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Delete player" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("Player not found")).toBeVisible();
  await expect.poll(() => api.readPlayer(player.id), { timeout: 15_000 }).toBeUndefined();
  await expect(page.getByText("Player not found")).toBeVisible();
});

test("a delete happens also when the page is left before", async ({ signedIn: page, api }) => {
  const player = await api.createPlayer();
  await openList(page, player.full_name);
  await page.getByRole("button", { name: `More actions for ${player.full_name}` }).click();
  await page.getByRole("menuitem", { name: "Delete player" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  await page.goto("about:blank");
  await expect.poll(() => api.readPlayer(player.id), { timeout: 4000 }).toBeUndefined();
});
