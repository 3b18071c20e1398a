import { expect, signIn, test, unique } from "./test.ts";

test("change my password", async ({ signedInAlone: page, api, account }) => {
  await page.goto("/account");
  const current = page.getByLabel("Current password", { exact: true });
  const fresh = page.getByLabel("New password", { exact: true });
  const again = page.getByLabel("Repeat new password", { exact: true });
  const save = page.getByRole("button", { name: "Change password" });
  await save.click();
  await expect(current).toHaveAccessibleDescription("Enter your current password.");
  await expect(fresh).toHaveAccessibleDescription("A password has at least 8 characters.");
  await current.fill("wrong");
  await fresh.fill("second-password");
  await again.fill("third-password");
  await save.click();
  await expect(again).toHaveAccessibleDescription("The two new passwords differ.");
  await again.fill("second-password");
  await save.click();
  await expect(current).toHaveAccessibleDescription("Wrong password.");
  await current.fill(account.password);
  await save.click();
  await expect(page.getByText("Password changed.")).toBeVisible();
  expect(await api.token({ ...account, password: "second-password" })).toBeTruthy();
  await page.reload();
  await expect(page.getByRole("heading", { name: account.username })).toBeVisible();
});

test("an admin adds, promotes and disables users", async ({ page, api, baseURL }) => {
  const admin = await api.createAccount("admin");
  await signIn(page, baseURL ?? "", await api.token(admin));
  const username = unique("new").replace(" ", ".");
  await page.goto("/users");
  await page.getByRole("button", { name: "Add user" }).click();
  const form = page.getByRole("dialog", { name: "Add user" });
  await form.getByLabel("Username").fill("a b");
  await form.getByRole("button", { name: "Add user" }).click();
  await expect(form.getByLabel("Username")).toHaveAccessibleDescription(/letters, digits and/);
  await form.getByLabel("Initial password", { exact: true }).fill("first-password");
  await form.getByLabel("Username").fill(admin.username);
  await form.getByRole("button", { name: "Add user" }).click();
  await expect(form.getByLabel("Username")).toHaveAccessibleDescription(/is taken/);
  await form.getByLabel("Username").fill(username);
  await form.getByRole("button", { name: "Add user" }).click();
  await expect(form).toBeHidden();

  const own = page.getByRole("row", { name: admin.username });
  await expect(own).toContainText("Admin");
  await expect(own.getByRole("button")).toHaveCount(0);
  const row = page.getByRole("row", { name: username });
  await expect(row).toContainText("Active");
  await row.getByLabel(`Role of ${username}`).selectOption("Admin");
  await row.getByRole("button", { name: `Disable ${username}` }).click();
  await expect(row).toContainText("Disabled");
  await page.reload();
  await expect(row.getByLabel(`Role of ${username}`)).toHaveValue("admin");
  await row.getByRole("button", { name: `Enable ${username}` }).click();
  await expect(row).toContainText("Active");
});

test("only admins see the users", async ({ signedIn: page }) => {
  await page.goto("/users");
  await expect(page.getByText("Admins only")).toBeVisible();
  await expect(page.getByRole("link", { name: "Users" })).toHaveCount(0);
});

test("on a phone users are cards with every column", async ({ page, api, baseURL }) => {
  const admin = await api.createAccount("admin");
  const other = await api.createAccount();
  await page.setViewportSize({ width: 375, height: 740 });
  await signIn(page, baseURL ?? "", await api.token(admin));
  await page.goto("/users");
  const card = page.getByRole("listitem").filter({ hasText: other.username });
  await card.scrollIntoViewIfNeeded();
  await expect(card.getByText("Active")).toBeInViewport({ ratio: 1 });
  await expect(card.getByText(/^Added \d+ \w+ \d{4}$/)).toBeInViewport({ ratio: 1 });
  await expect(card.getByLabel(`Role of ${other.username}`)).toBeInViewport({ ratio: 1 });
  await card.getByRole("button", { name: `Disable ${other.username}` }).click();
  await expect(card.getByText("Disabled")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
});

test("the account, users and about pages have a readable width", async ({ page, api, baseURL }) => {
  await signIn(page, baseURL ?? "", await api.token(await api.createAccount("admin")));
  for (const [path, heading] of [
    ["/account", "My account"],
    ["/users", "Users"],
    ["/about", "About"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: heading, level: 1 })).toBeVisible();
    const box = await page.locator("main .panel").first().boundingBox();
    expect(box?.width, path).toBeLessThanOrEqual(800);
    expect(Math.abs((box?.x ?? 0) * 2 + (box?.width ?? 0) - 1440), path).toBeLessThan(20);
  }
});
