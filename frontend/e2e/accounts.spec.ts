import { expect, signIn, test, unique } from "./test.ts";

test("change my password: messages, then the new one holds", async ({
  signedIn: page,
  desk,
  account,
}) => {
  await page.goto("/account");
  const current = page.getByLabel("Current password", { exact: true });
  const fresh = page.getByLabel("New password", { exact: true });
  const again = page.getByLabel("New password again", { exact: true });
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
  await expect(page.getByText("Your password was changed.")).toBeVisible();
  expect(await desk.token({ ...account, password: "second-password" })).toBeTruthy();
  await page.reload();
  await expect(page.getByRole("heading", { name: account.username })).toBeVisible();
});

test("an admin adds, promotes and disables people", async ({ page, desk, baseURL }) => {
  const admin = await desk.createAccount("admin");
  await signIn(page, baseURL ?? "", await desk.token(admin));
  const username = unique("new").replace(" ", ".");
  await page.goto("/users");
  await page.getByRole("button", { name: "Add user" }).click();
  const form = page.getByRole("dialog", { name: "Add user" });
  await form.getByLabel("Username").fill("a b");
  await form.getByRole("button", { name: "Add user" }).click();
  await expect(form.getByLabel("Username")).toHaveAccessibleDescription(/letters, digits and/);
  await form.getByLabel("First password", { exact: true }).fill("first-password");
  await form.getByLabel("Username").fill(admin.username);
  await form.getByRole("button", { name: "Add user" }).click();
  await expect(form.getByLabel("Username")).toHaveAccessibleDescription(/There is a user/);
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

test("somebody who is no admin sees no users", async ({ signedIn: page }) => {
  await page.goto("/users");
  await expect(page.getByText("Only admins manage users")).toBeVisible();
  await expect(page.getByRole("link", { name: "Users" })).toHaveCount(0);
});
