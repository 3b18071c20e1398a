import type { Page } from "@playwright/test";
import { HOSTILE_SENTENCES, startAiStandIn, startBrokenAi } from "./aiStandIn.ts";
import { deferred } from "./deferred.ts";
import { python, stopped, untilReady } from "./stack.ts";
import { expect, submitBrief, test } from "./test.ts";

// A stack without an AI service. These tests start one on its port, one test after another.
test.use({ baseURL: process.env.E2E_AI_DOWN_STACK });
test.describe.configure({ mode: "serial" });

const aiPort = () => Number(process.env.E2E_AI_PORT);

/** Set by a hostile text that ran. */
const hacked = (page: Page) => page.evaluate(() => (window as { hacked?: string }).hacked);

test("a failed report shows its reason, and a retry works", async ({ signedIn: page, api }) => {
  const player = await api.createPlayer();
  const held = deferred();
  const broken = await startBrokenAi(aiPort(), held.promise);
  await page.goto(`/players/${String(player.id)}`);
  await page.getByRole("button", { name: "Create report" }).click();
  await submitBrief(page);
  const dialog = page.getByRole("dialog", { name: `Report on ${player.full_name}` });
  await expect(dialog.locator("[aria-current='step']")).toHaveText("Running");
  await expect(dialog.getByText("attempt 2")).toBeVisible({ timeout: 30_000 });
  held.keep();
  await expect(dialog.getByRole("alert")).toHaveText("The AI service cannot be reached.", {
    timeout: 30_000,
  });
  await expect(dialog.locator("[aria-current='step']")).toHaveText("Failed");
  const running = dialog.getByRole("listitem").filter({ hasText: "Running" });
  await expect(running).not.toHaveCSS("font-weight", "650");
  expect((await api.readPlayer(player.id))?.scouting_report).toBeNull();

  await broken.stop();
  const service = python(["uvicorn", "ai_service.main:app", "--port", String(aiPort())]);
  try {
    await untilReady(`http://127.0.0.1:${String(aiPort())}/health`, service);
    await dialog.getByRole("button", { name: "Try again" }).click();
    await expect(dialog.getByText("Completed in")).toBeVisible({ timeout: 20_000 });
    await expect(
      dialog.getByRole("heading", { name: "Recommendation", exact: true }),
    ).toBeVisible();
  } finally {
    await stopped(service);
  }
});

test("About shows which service is down", async ({ signedIn: page }) => {
  await page.goto("/about");
  await expect(page.getByText("Some services down")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "AI service" })).toContainText("Down");
  await expect(page.getByRole("listitem").filter({ hasText: "Database" })).toContainText("Up");
});

test("hostile names and reports are shown as text", async ({ signedIn: page, api }) => {
  const name = "<img src=x onerror=alert(1)>";
  const player = await api.createPlayer({ full_name: name, current_team: name, agent: name });
  page.on("dialog", (dialog) => {
    throw new Error(`A script ran: ${dialog.message()}`);
  });
  const standIn = await startAiStandIn(aiPort());
  try {
    await page.goto(`/players?q=${encodeURIComponent(name)}`);
    await expect(page.getByRole("link", { name })).toBeVisible();
    await page.getByRole("button", { name: `Create report on ${name}` }).click();
    await submitBrief(page);
    const dialog = page.getByRole("dialog", { name: `Report on ${name}` });
    await expect(dialog.getByText("Completed in")).toBeVisible({ timeout: 20_000 });
    for (const text of HOSTILE_SENTENCES) {
      await expect(dialog.getByRole("button", { name: text }).first()).toBeVisible();
    }
  } finally {
    await standIn.stop();
  }

  await page.goto(`/players/${String(player.id)}?tab=reports`);
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  const report = page.getByRole("region", { name: "Scouting report" });
  await report.getByRole("button", { name: "1 more fact" }).click();
  await expect(report.getByRole("list", { name: HOSTILE_SENTENCES[0] })).toBeVisible();
  for (const text of HOSTILE_SENTENCES) {
    await report.getByRole("button", { name: text }).last().click();
    await expect(report.getByRole("complementary", { name: "Evidence" })).toContainText(name);
  }
  await expect(report.getByRole("link")).toHaveText(["Open report"]);
  await expect(report.locator("script, img, iframe, b, [onload], [onerror]")).toHaveCount(0);
  await expect(page.locator("a[href^='javascript:'], a[href^='data:']")).toHaveCount(0);
  await report.getByRole("link", { name: "Open report" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await expect(page.getByRole("button", { name: HOSTILE_SENTENCES[0] }).first()).toBeVisible();
  await page.goBack();

  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await expect(page.getByRole("dialog", { name: `Edit ${name}` })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Delete player" }).click();
  await expect(page.getByRole("dialog", { name: `Delete ${name}?` })).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText(`${name} was deleted.`)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: /^Reports/ }).click();
  await expect(page.getByRole("menuitem", { name })).toBeVisible();
  await page.goto("/players?league=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E");
  await expect(page.getByRole("button", { name: `Remove filter ${name}` })).toBeVisible();
  expect(await hacked(page)).toBeUndefined();
});
