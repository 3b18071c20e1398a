import { deferred } from "./deferred.ts";
import { expect, submitBrief, test } from "./test.ts";

test("create a report from the list and read it", async ({ signedIn: page, api }) => {
  const player = await api.createPlayer({ position: "Attack", age: 22, market_value: 4_000_000 });
  await page.goto(`/players?q=${encodeURIComponent(player.full_name)}`);
  await page.getByRole("button", { name: `Create report on ${player.full_name}` }).click();
  await submitBrief(page);
  const dialog = page.getByRole("dialog", { name: `Report on ${player.full_name}` });
  await expect(dialog.getByText("Completed in")).toBeVisible({ timeout: 20_000 });
  for (const heading of ["Summary", "Market and risk", "Recommendation"]) {
    await expect(dialog.getByRole("heading", { name: heading, exact: true })).toBeVisible();
  }
  await expect(dialog.getByText("Built-in planner, no language model")).toBeVisible();
  await expect(dialog.getByRole("link", { name: "Open report" })).toBeVisible();
  await dialog.getByRole("link", { name: "Open player" }).click();
  await page.getByRole("tab", { name: "Reports" }).click();
  await expect(page).toHaveURL(/\?tab=reports$/);
  const panel = page.getByRole("region", { name: "Scouting report" });
  await expect(panel.getByRole("heading", { name: "Recommendation", exact: true })).toBeVisible();
  expect((await api.readPlayer(player.id))?.scouting_report).toContain(player.full_name);
});

test("a pending report shows its step and the elapsed time", async ({ signedIn: page, api }) => {
  const player = await api.createPlayer();
  // The real service takes an instant, so its answer is delayed.
  const held = deferred();
  await page.route("**/api/players/*/scout", async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.goto(`/players/${String(player.id)}`);
  await page.getByRole("button", { name: "Create report" }).click();
  await submitBrief(page);
  const dialog = page.getByRole("dialog", { name: `Report on ${player.full_name}` });
  await expect(dialog.locator("[aria-current='step']")).toHaveText("Pending");
  await expect(dialog.getByRole("timer")).toHaveText("0:02", { timeout: 5000 });
  held.keep();
  await expect(dialog.getByText("Completed in")).toBeVisible({ timeout: 20_000 });
});

test("a report continues without its dialog, and its result survives a reload", async ({
  signedIn: page,
  api,
}) => {
  const player = await api.createPlayer();
  await page.goto(`/players/${String(player.id)}`);
  await page.getByRole("button", { name: "Create report" }).click();
  await submitBrief(page);
  await page
    .getByRole("dialog", { name: "Report on" })
    .getByRole("button", { name: "Close" })
    .first()
    .click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.reload();
  await page.getByRole("button", { name: /^Reports/ }).click();
  const job = page.getByRole("menuitem", { name: player.full_name });
  await expect(job).toContainText("Report ready", { timeout: 20_000 });
  await job.click();
  const dialog = page.getByRole("dialog", { name: `Report on ${player.full_name}` });
  await expect(dialog.getByRole("heading", { name: "Summary" })).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await page.getByRole("button", { name: /^Reports/ }).click();
  await page.getByRole("menuitem", { name: "Clear finished" }).click();
  await page.getByRole("button", { name: /^Reports/ }).click();
  await expect(page.getByText("None yet.")).toBeVisible();
});

test("a finished job opens the report that it created, also after a newer one", async ({
  signedIn: page,
  api,
}) => {
  const player = await api.createPlayer();
  await page.goto(`/players/${String(player.id)}`);
  const answered = page.waitForResponse("**/api/players/*/scout");
  await page.getByRole("button", { name: "Create report" }).click();
  await submitBrief(page);
  const { task_id } = (await (await answered).json()) as { task_id: string };
  const dialog = page.getByRole("dialog", { name: `Report on ${player.full_name}` });
  await expect(dialog.getByText("Completed in")).toBeVisible({ timeout: 20_000 });
  await dialog.getByRole("button", { name: "Close" }).last().click();
  const newer = await api.scout(player.id);
  const { result_id } = await api.readTask(task_id);
  expect(result_id).not.toBe(newer.id);

  await page.reload();
  await page.getByRole("button", { name: /^Reports/ }).click();
  await page.getByRole("menuitem", { name: player.full_name }).click();
  await dialog.getByRole("link", { name: "Open report" }).click();
  await expect(page).toHaveURL(`/players/${String(player.id)}/reports/${String(result_id)}`);
  await expect(page.getByText("This is an older report.")).toBeVisible();
});

test("all outdated reports are regenerated after a confirmation", async ({
  signedInAlone: page,
  api,
}) => {
  const player = await api.createPlayer({ position: "Attack", age: 22, market_value: 4_000_000 });
  const old = await api.scout(player.id, { budget: 5_000_000 });
  await api.patchPlayer(player.id, { market_value: 9_000_000 });
  await page.goto("/players");
  const open = async () => {
    await page.getByRole("button", { name: /^Reports/ }).click();
    await page.getByRole("menuitem", { name: "Regenerate outdated reports" }).click();
  };
  await open();
  const dialog = page.getByRole("dialog", { name: "Regenerate outdated reports" });
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  expect((await api.newestReport(player.id)).id).toBe(old.id);

  await open();
  await dialog.getByRole("button", { name: "Regenerate", exact: true }).click();
  await expect(dialog.locator("[aria-current='step']")).toHaveText("Completed", {
    timeout: 30_000,
  });
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await page.getByRole("button", { name: /^Reports/ }).click();
  await expect(page.getByRole("menuitem", { name: /^Outdated reports/ })).toContainText(/\d/);
  await expect
    .poll(async () => (await api.newestReport(player.id)).id, { timeout: 30_000 })
    .not.toBe(old.id);
  const report = await api.newestReport(player.id);
  expect(report.brief).toMatchObject({ budget: 5_000_000 });
});
