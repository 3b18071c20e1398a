import type { Page } from "@playwright/test";
import { expect, test, unique } from "./test.ts";

/** Presses Tab until the element named `label` has the focus. */
async function tabTo(page: Page, label: string) {
  for (let presses = 0; presses < 60; presses++) {
    const name = await page.evaluate(() => {
      const { activeElement: node } = document;
      const own = node instanceof HTMLInputElement || node instanceof HTMLSelectElement;
      const written = own ? node.labels?.[0]?.textContent : node?.textContent;
      return node?.getAttribute("aria-label") ?? written ?? "";
    });
    if (name.startsWith(label)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`No Tab reached ${label}`);
}

test("a whole session with the keyboard only", async ({ page, account, api }) => {
  const { keyboard } = page;
  const name = unique("Keys");
  await page.goto("/");
  await expect(page.getByLabel("Username")).toBeVisible();
  await tabTo(page, "Username");
  await keyboard.type(account.username);
  await keyboard.press("Tab");
  await keyboard.type(account.password);
  await keyboard.press("Enter");
  await expect(page.getByRole("table")).toBeVisible();

  await keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await keyboard.press("n");
  const form = page.getByRole("dialog", { name: "Add player" });
  await expect(form.getByLabel("Full name")).toBeFocused();
  await keyboard.type(name);
  await keyboard.press("Tab");
  await keyboard.type("Swed");
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await expect(form.getByRole("combobox", { name: "Nationality", exact: true })).toHaveValue(
    "Sweden",
  );
  await tabTo(page, "Status");
  await keyboard.type("Act");
  await expect(form.getByLabel("Status")).toHaveValue("active");
  await keyboard.press("Tab");
  await tabTo(page, "Market value");
  await keyboard.type("3M");
  await keyboard.press("Enter");
  await expect(form).toBeHidden();

  await keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await keyboard.type(name);
  await expect(page.getByText("1–1 of 1")).toBeVisible();
  await keyboard.press("ArrowDown");
  await expect(page.getByRole("link", { name })).toBeFocused();
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();

  await keyboard.press("e");
  await expect(page.getByRole("dialog", { name: `Edit ${name}` })).toBeVisible();
  await tabTo(page, "Agent");
  await keyboard.type("By keys");
  await keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByText("By keys")).toBeVisible();

  await keyboard.press("s");
  const brief = page.getByRole("dialog", { name: `Create report on ${name}` });
  await expect(brief.getByRole("button", { name: "Create report" })).toBeFocused();
  await keyboard.press("Enter");
  const scouting = page.getByRole("dialog", { name: `Report on ${name}`, exact: true });
  await expect(scouting.getByText("Completed in")).toBeVisible({ timeout: 20_000 });
  await keyboard.press("Escape");
  await expect(scouting).toBeHidden();

  await tabTo(page, "More actions");
  const id = Number(page.url().split("/").at(-1));
  await keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Delete player" })).toBeVisible();
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByRole("button", { name: "Cancel" })).toBeFocused();
  await keyboard.press("Tab");
  await expect(page.getByRole("dialog").getByRole("button", { name: "Delete" })).toBeFocused();
  await keyboard.press("Enter");
  await expect(page.getByText("Player not found")).toBeVisible();
  await keyboard.press("u");
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  expect(await api.readPlayer(id)).toBeDefined();

  await tabTo(page, account.username);
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "My account" })).toBeVisible();
  await tabTo(page, "Sign out");
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("/ focuses the search on every page; j and k move through the list", async ({
  signedIn: page,
  api,
}) => {
  const club = unique("Keys FC");
  for (const first of ["Ada", "Bo"]) {
    await api.createPlayer({ full_name: `${first} ${club}`, current_team: club });
  }
  await page.goto("/about");
  await expect(page.getByRole("heading", { name: "Services" })).toBeVisible();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type(club);
  await expect(page.getByText("1–2 of 2")).toBeVisible();
  await page.keyboard.press("ArrowDown");
  const names = page.getByRole("table").locator("tbody a");
  await expect(names.first()).toBeFocused();
  await page.keyboard.press("j");
  await expect(names.last()).toBeFocused();
  await page.keyboard.press("k");
  await expect(names.first()).toBeFocused();
});

test("closing a dialog returns the focus to its opener", async ({ signedIn: page, api }) => {
  const { full_name } = await api.createPlayer();
  await page.goto(`/players?q=${encodeURIComponent(full_name)}`);
  for (const verb of ["Edit", "Create report on"]) {
    const opener = page.getByRole("button", { name: `${verb} ${full_name}` });
    await opener.press("Enter");
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(opener).toBeFocused();
  }
});

test("a row's menu keeps the deletion apart, and its dialogs return the focus to it", async ({
  signedIn: page,
  api,
}) => {
  const { full_name } = await api.createPlayer();
  await page.goto(`/players?q=${encodeURIComponent(full_name)}`);
  const more = page.getByRole("button", { name: `More actions for ${full_name}` });
  await more.press("Enter");
  const menu = page.getByRole("menu");
  await expect(menu.getByRole("menuitem")).toHaveText(["Create report", "Edit", "Delete player"]);
  await expect(menu.locator("[role=menuitem]:last-child")).toHaveText("Delete player");
  await expect(menu.locator(".mantine-Menu-divider + [role=menuitem]")).toHaveText("Delete player");
  await page.keyboard.press("Escape");
  await expect(more).toBeFocused();
  for (const item of ["Edit", "Delete player"]) {
    await more.press("Enter");
    await page.getByRole("menuitem", { name: item }).press("Enter");
    await expect(page.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(more).toBeFocused();
  }
});

test("navigation moves the focus to the heading, and back to the row", async ({
  signedIn: page,
  api,
}) => {
  const { full_name } = await api.createPlayer();
  await page.goto(`/players?q=${encodeURIComponent(full_name)}`);
  const link = page.getByRole("link", { name: full_name });
  await link.press("Enter");
  await expect(page.getByRole("heading", { name: full_name, level: 1 })).toBeFocused();
  await page.goBack();
  await expect(link).toBeFocused();
  await page.getByRole("link", { name: "About", exact: true }).press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

test("closing a dialog opened by a key focuses the heading", async ({ signedIn: page, api }) => {
  const { id, full_name } = await api.createPlayer();
  await page.goto(`/players/${String(id)}`);
  const heading = page.getByRole("heading", { name: full_name, level: 1 });
  await expect(heading).toBeVisible();
  await page.keyboard.press("e");
  await expect(page.getByRole("dialog", { name: `Edit ${full_name}` })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(heading).toBeFocused();
});

test("a multi-select is one Tab stop, and its clear button another", async ({ signedIn: page }) => {
  await page.goto("/players?country=Norway");
  const nationality = page.getByRole("combobox", { name: "Nationality" });
  const club = page.getByRole("combobox", { name: "Club" });
  await nationality.focus();
  await expect(nationality).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Clear nationality" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(club).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("combobox", { name: "League" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("checkbox", { name: /^Right/ })).toBeFocused();
});
