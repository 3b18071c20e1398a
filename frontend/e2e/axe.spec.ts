import { expectNoViolation } from "./axe.ts";
import { expect, signIn, submitBrief, test } from "./test.ts";

test("no accessibility violations in the login", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Enter your username.")).toBeVisible();
  await expectNoViolation(page);
});

test("no accessibility violations in the list", async ({ signedIn: page }) => {
  await page.goto("/players?position=Attack&foot=left&foot=right");
  await expect(page.getByRole("combobox", { name: "Nationality" })).toBeVisible();
  await expect(page.getByText(/^1–/)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Reports/ })).toBeVisible();
  await expectNoViolation(page);
  await page.getByRole("combobox", { name: "Nationality" }).fill("Nor");
  await expect(page.getByRole("option", { name: /Norway/ })).toBeVisible();
  await expectNoViolation(page);
  await page.goto("/players?q=nobodyhasthisname");
  await expect(page.getByRole("heading", { name: "No matches" })).toBeVisible();
  await expectNoViolation(page);
});

test("no accessibility violations in the list on a phone", async ({ signedIn: page }) => {
  await page.setViewportSize({ width: 375, height: 740 });
  await page.goto("/players");
  await expect(page.getByRole("link", { name: "Erling Haaland" })).toBeVisible();
  await expectNoViolation(page);
  await page.getByRole("button", { name: "Filters" }).click();
  await expect(page.getByRole("combobox", { name: "Nationality" })).toBeVisible();
  await expectNoViolation(page);
});

test("no accessibility violations in a player and the dialogs", async ({ signedIn: page, api }) => {
  const player = await api.createPlayer({ position: "Defender", agent: "Old" });
  await page.goto(`/players/${String(player.id)}?tab=reports`);
  await expect(page.getByText("No report yet")).toBeVisible();
  await expectNoViolation(page);
  await page.getByRole("button", { name: "Create report" }).click();
  const brief = page.getByRole("dialog", { name: "Create report" });
  await brief.getByLabel("Age, min").fill("30");
  await brief.getByLabel("Age, max").fill("20");
  await brief.getByRole("combobox", { name: "Add metric" }).fill("goals");
  await expect(brief.getByRole("option", { name: "Goals", exact: true })).toBeVisible();
  await expect(brief.getByText("Min is greater than max.")).toBeVisible();
  await expectNoViolation(page);
  await brief.getByRole("option", { name: "Goals", exact: true }).click();
  await brief.getByRole("combobox", { name: "Player to replace" }).fill("Haaland");
  await expect(brief.getByRole("option", { name: /Erling Haaland/ })).toBeVisible();
  await expectNoViolation(page);
  await brief.getByRole("button", { name: "Clear", exact: true }).click();
  await submitBrief(page);
  await expect(page.getByText("Completed in")).toBeVisible({ timeout: 20_000 });
  await expectNoViolation(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Reports/ }).click();
  await expect(page.getByRole("menuitem", { name: player.full_name })).toBeVisible();
  await expectNoViolation(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "Scouting report" })).toContainText("Summary");
  await expectNoViolation(page);

  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const form = page.getByRole("dialog", { name: "Edit" });
  await form.getByLabel("Agent").fill("Mine");
  await form.getByLabel("Height").fill("3");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("A height is")).toBeVisible();
  await expectNoViolation(page);
  await form.getByLabel("Height").fill("");
  await api.patchPlayer(player.id, { agent: "Theirs" });
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("dialog", { name: "Conflicting changes" })).toBeVisible();
  await expectNoViolation(page);
  await page.getByRole("button", { name: "Discard mine" }).click();
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Delete player" }).click();
  await expect(page.getByRole("dialog", { name: "Delete" })).toBeVisible();
  await expectNoViolation(page);
});

test("no accessibility violations in dialogs over the list", async ({
  signedInAlone: page,
  api,
  account,
}) => {
  const player = await api.createPlayer();
  await page.goto(`/players?q=${encodeURIComponent(player.full_name)}`);
  await expect(page.getByText("1–1 of 1")).toBeVisible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await expectNoViolation(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Columns" }).click();
  await expect(page.getByRole("dialog", { name: "Columns" })).toBeVisible();
  await expectNoViolation(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Reports/ }).click();
  await expect(page.getByText("None yet.")).toBeVisible();
  await expectNoViolation(page);
  await page.getByRole("menuitem", { name: "Regenerate outdated reports" }).click();
  await expect(page.getByRole("dialog", { name: "Regenerate outdated reports" })).toBeVisible();
  await expectNoViolation(page);
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: `More actions for ${player.full_name}` }).click();
  await expect(page.getByRole("menuitem", { name: "Delete player" })).toBeVisible();
  await expectNoViolation(page);
  await page.getByRole("menuitem", { name: "Delete player" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  await expectNoViolation(page);
  await page.keyboard.press("u");

  await page.getByRole("button", { name: "Add player" }).click();
  const form = page.getByRole("dialog", { name: "Add player" });
  await form.getByLabel("Full name").fill("Half a");
  await form.getByRole("combobox", { name: "Nationality", exact: true }).fill("Nor");
  await expect(page.getByRole("option", { name: "Norway" })).toBeVisible();
  await expectNoViolation(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Discard changes?" })).toBeVisible();
  await expectNoViolation(page);
  await page.getByRole("button", { name: "Keep editing" }).click();
  await form.getByRole("combobox", { name: "Nationality", exact: true }).fill("Norway");
  await form.getByLabel("Status").selectOption("Active");
  await api.changePassword(account, "second-password");
  await form.getByRole("button", { name: "Add player" }).click();
  await expect(page.getByRole("dialog", { name: "Session expired" })).toBeVisible();
  await expectNoViolation(page);
});

test("no accessibility violations in the other pages", async ({ page, api, baseURL }) => {
  const admin = await api.createAccount("admin");
  await signIn(page, baseURL ?? "", await api.token(admin));
  for (const [path, text] of [
    ["/users", admin.username],
    ["/account", "Change password"],
    ["/about", "Services"],
    ["/nowhere", "Page not found"],
    ["/players/999999999", "Player not found"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole("main").getByText(text).first()).toBeVisible();
    await page.waitForLoadState("networkidle");
    await expectNoViolation(page);
  }
  await page.goto("/users");
  await page.getByRole("button", { name: "Add user" }).click();
  await expect(page.getByRole("dialog", { name: "Add user" })).toBeVisible();
  await expectNoViolation(page);
});
