import { once } from "node:events";
import { freePort, python, stopped, untilReady } from "./stack.ts";
import { expect, test } from "./test.ts";

test("signing in opens the requested address", async ({ page, account }) => {
  await page.goto("/players?position=Goalkeeper&limit=50");
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expect(page.getByRole("table")).toHaveCount(0);
  await expect(page.getByText("admin123")).toBeVisible();

  await page.getByLabel("Username").fill(account.username);
  await page.getByLabel("Password", { exact: true }).fill(account.password);
  await page.getByRole("button", { name: "Sign in" }).click();

  await expect(page.getByRole("heading", { name: /^Players/ })).toBeVisible();
  await expect(page).toHaveURL(/position=Goalkeeper&limit=50/);
  await expect(page.getByRole("row", { name: /Alisson Becker/ })).toBeVisible();
});

test("a wrong password is rejected with a message", async ({ page, account }) => {
  await page.goto("/");
  await page.getByLabel("Username").fill(account.username);
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toHaveText("Wrong username or password.");
  await expect(page.getByText("Your session expired")).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("in production the login page shows no default login", async ({ page }, testInfo) => {
  const port = await freePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const env = {
    ENVIRONMENT: "production",
    SECRET_KEY: "a-secret-of-this-test-long-enough-for-hs256",
    ADMIN_PASSWORD: "a password of its own",
    DATA_DIR: testInfo.outputPath("data"),
    REDIS_PORT: String(await freePort()), // no Redis there: the login page needs none
  };
  await once(python(["alembic", "upgrade", "head"], env), "exit");
  const web = python(["uvicorn", "football_player_service.web:app", "--port", String(port)], env);
  try {
    await untilReady(`${url}/api/health`, web);
    const known = page.waitForResponse(/\/api\/health$/);
    await page.goto(url);
    await known;
    await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
    await expect(page.getByText("admin123")).toHaveCount(0);
  } finally {
    await stopped(web);
  }
});

test("an empty login shows what is missing", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Enter your username.")).toBeVisible();
  await expect(page.getByText("Enter your password.")).toBeVisible();
});

test("a password can be shown while typing", async ({ page }) => {
  await page.goto("/");
  const password = page.getByLabel("Password", { exact: true });
  await password.fill("a secret");
  await expect(password).toHaveAttribute("type", "password");
  await page.getByRole("button", { name: "Show password" }).click();
  await expect(password).toHaveAttribute("type", "text");
  await page.getByRole("button", { name: "Hide password" }).click();
  await expect(password).toHaveAttribute("type", "password");
});

test("signing out shows the login", async ({ signedIn: page }) => {
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem("access_token"))).toBeNull();
});

test("the policy allows no inline script", async ({ request }) => {
  const answer = await request.get("/players");
  const policy = answer.headers()["content-security-policy"] ?? "";
  const scripts = /script-src ([^;]*)/.exec(policy)?.[1];
  expect(scripts?.trim()).toBe("'self'");
  expect(await answer.text()).not.toMatch(/<script(?![^>]*\bsrc=)/);
});
