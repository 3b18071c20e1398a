import { deferred } from "./deferred.ts";
import { expect, signIn, test } from "./test.ts";

test("pages that cannot load show an error and a retry", async ({ page, api, baseURL }) => {
  const admin = await api.createAccount("admin");
  const player = await api.createPlayer();
  await signIn(page, baseURL ?? "", await api.token(admin));
  for (const { path, call, title, then } of [
    {
      path: `/players/${String(player.id)}`,
      call: `**/api/players/${String(player.id)}`,
      title: "The player could not be loaded",
      then: player.full_name,
    },
    {
      path: "/users",
      call: "**/api/users",
      title: "The users could not be loaded",
      then: admin.username,
    },
    {
      path: "/about",
      call: "**/api/health/ready",
      title: "The server does not respond",
      then: "Database",
    },
  ]) {
    await page.route(call, (route) => route.abort());
    await page.goto(path);
    const alert = page.getByRole("alert").filter({ hasText: title });
    await expect(alert).toContainText("The server cannot be reached.");
    await page.unroute(call);
    await alert.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("main").getByText(then).first()).toBeVisible();
  }
});

test("filters that cannot load show an error and a retry", async ({ signedIn: page }) => {
  await page.route("**/api/players/filter-options", (route) => route.abort());
  await page.goto("/players");
  const panel = page.getByRole("complementary", { name: "Filters" });
  await expect(panel.getByRole("alert")).toContainText("The server cannot be reached.");
  await page.unroute("**/api/players/filter-options");
  await panel.getByRole("button", { name: "Try again" }).click();
  await expect(panel.getByRole("alert")).toHaveCount(0);
  await expect(panel.getByRole("checkbox", { name: /^Attack \d/ })).toBeVisible();
});

test("a pressed filter shows at once, and the previous list stays until the next one loads", async ({
  signedIn: page,
}) => {
  await page.goto("/players");
  const table = page.getByRole("table");
  const first = await table.locator("tbody a").first().textContent();
  const goalkeepers = page.getByRole("checkbox", { name: /^Goalkeeper/ });
  await expect(goalkeepers).toBeVisible();
  const held = deferred();
  await page.route("**/api/players?**", async (route) => {
    await held.promise;
    await route.continue();
  });
  await goalkeepers.check();
  await expect(goalkeepers).toBeChecked();
  await expect(table).toHaveAttribute("aria-busy", "true");
  await expect(table.locator("tbody a").first()).toHaveText(first ?? "");
  held.keep();
  await expect(table).toHaveAttribute("aria-busy", "false");
  await expect(table.locator("tbody tr").filter({ hasNotText: "Goalkeeper" })).toHaveCount(0);
});

for (const reducedMotion of ["reduce", "no-preference"] as const) {
  test(`the loading animation follows prefers-reduced-motion: ${reducedMotion}`, async ({
    signedIn: page,
  }) => {
    await page.emulateMedia({ reducedMotion });
    const held = deferred();
    await page.route("**/api/players?**", async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.goto("/players");
    await expect(page.getByRole("table")).toHaveAttribute("aria-busy", "true");
    const moving = await page.evaluate(() => document.getAnimations().length > 0);
    expect(moving).toBe(reducedMotion === "no-preference");
    held.keep();
    await expect(page.getByRole("table")).toHaveAttribute("aria-busy", "false");
  });
}
