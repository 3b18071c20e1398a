import { expect, test, unique } from "./test.ts";

const NEW_PASSWORD = "second-password";

test("a session that expires while editing continues after signing in", async ({
  signedInAlone: page,
  api,
  account,
}) => {
  const name = unique("Unsaved");
  await page.goto("/players");
  await page.getByRole("button", { name: "Add player" }).click();
  const form = page.getByRole("dialog", { name: "Add player" });
  await form.getByLabel("Full name").fill(name);
  await form.getByRole("combobox", { name: "Nationality", exact: true }).fill("Chile");
  await form.getByLabel("Status").selectOption("Active");
  await api.changePassword(account, NEW_PASSWORD);
  await form.getByRole("button", { name: "Add player" }).click();

  const again = page.getByRole("dialog", { name: "Session expired" });
  await expect(again.getByLabel("Username")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(again).toBeVisible();
  await again.getByLabel("Username").fill(account.username);
  await again.getByLabel("Password", { exact: true }).fill(NEW_PASSWORD);
  await again.getByRole("button", { name: "Sign in" }).click();

  await expect(again).toBeHidden();
  await expect(form.getByLabel("Full name")).toHaveValue(name);
  await expect(form.getByRole("alert")).toHaveCount(0);
  await form.getByRole("button", { name: "Add player" }).click();
  await expect(page.getByText(`${name} was added.`)).toBeVisible();
});

test("after a reload the login explains why, and the form is restored", async ({
  signedInAlone: page,
  api,
  account,
}) => {
  const player = await api.createPlayer();
  await page.goto(`/players/${String(player.id)}`);
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const form = page.getByRole("dialog", { name: `Edit ${player.full_name}` });
  await form.getByLabel("Agent").fill("Half an agent");
  await api.changePassword(account, NEW_PASSWORD);
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("dialog", { name: "Session expired" })).toBeVisible();
  await page.reload();

  await expect(page.getByText("Your session expired. Sign in to continue.")).toBeVisible();
  await page.getByLabel("Username").fill(account.username);
  await page.getByLabel("Password", { exact: true }).fill(NEW_PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(new RegExp(`/players/${String(player.id)}$`));
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await expect(form.getByText("Your unsaved changes were restored.")).toBeVisible();
  await expect(form.getByLabel("Agent")).toHaveValue("Half an agent");
});

test("signing out instead of in again discards the form", async ({
  signedInAlone: page,
  api,
  account,
}) => {
  await page.goto("/players");
  await page.getByRole("button", { name: "Add player" }).click();
  await page.getByLabel("Full name").fill("Nobody's business");
  await api.changePassword(account, NEW_PASSWORD);
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  expect(
    await page.evaluate(() => Object.keys(sessionStorage).filter((k) => k.startsWith("draft"))),
  ).toEqual([]);
});

test("activity in the last ten minutes of a session renews it", async ({ signedIn: page }) => {
  const token = () => page.evaluate(() => localStorage.getItem("access_token"));
  const first = await token();
  const refreshes: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/token/refresh")) refreshes.push(request.url());
  });
  await page.clock.install();
  await page.goto("/players");
  await expect(page.getByRole("rowheader").first()).toBeVisible();
  // Without activity the session is left to expire.
  await page.clock.runFor("21:00");
  expect(refreshes).toEqual([]);
  await page.mouse.move(200, 200);
  await expect.poll(token).not.toBe(first);
  expect(refreshes).toHaveLength(1);
  const answer = await page.request.get("/api/users/me", {
    headers: { Authorization: `Bearer ${(await token()) ?? ""}` },
  });
  expect(answer.ok()).toBe(true);
});
