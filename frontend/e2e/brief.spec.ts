import { expectNoViolation } from "./axe.ts";
import { expect, submitBrief, test } from "./test.ts";

// A stack with the fictional sample. Each test uses its own players.
test.use({ baseURL: process.env.E2E_REPORT_STACK });

test("a report needs no brief", async ({ signedInAlone: page, api }) => {
  const player = await api.findPlayer("Edwin St. Orrin");
  await page.goto(`/players/${String(player.id)}`);
  await page.getByRole("button", { name: "Create report" }).click();
  const form = page.getByRole("dialog", { name: `Create report on ${player.full_name}` });
  await expect(form.getByRole("button", { name: "Clear", exact: true })).toHaveCount(0);
  await submitBrief(page);
  await expect(page.getByText("Completed in")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole("button", { name: "Close" }).last()).toBeFocused();
  const report = await api.newestReport(player.id);
  expect(report.brief).toBeNull();
  await expect(page.getByRole("dialog").getByRole("heading", { name: "Brief" })).toHaveCount(0);
});

test("invalid input is said at once, and sends nothing", async ({ signedInAlone: page, api }) => {
  const player = await api.findPlayer("Edwin St. Orrin");
  let requests = 0;
  page.on("request", (request) => {
    if (request.url().endsWith("/scout")) requests += 1;
  });
  await page.goto(`/players/${String(player.id)}`);
  await expect(page.getByRole("heading", { name: player.full_name, level: 1 })).toBeVisible();
  await page.keyboard.press("s");
  const form = page.getByRole("dialog", { name: "Create report" });
  const field = (name: string) => form.getByLabel(name, { exact: true });
  const says = async (name: string, value: string, message: string) => {
    await field(name).fill(value);
    await expect(field(name)).toHaveAccessibleDescription(new RegExp(message));
    await expect(field(name)).toHaveAttribute("aria-invalid", "true");
  };
  await says("Age, min", "abc", "whole number from 14 to 60");
  await field("Age, min").fill("30");
  await says("Age, max", "20", "Min is greater than max");
  await says("Budget", "a lot", "amount such as 45m");
  await says("Minutes in the latest season", "-1", "whole number from 0");
  await form.getByRole("combobox", { name: "Add metric" }).fill("goals");
  await form.getByRole("option", { name: "Goals", exact: true }).click();
  await says("Goals, lowest percentile", "100", "percentile from 1 to 99");
  await says("Question", "x".repeat(501), "at most 500 characters");
  await expect(field("Question")).toHaveAccessibleDescription(/501 of 500 characters/);
  await submitBrief(page);
  await expect(field("Age, max")).toBeFocused();
  expect(requests).toBe(0);
  await field("Age, max").fill("35");
  await expect(field("Age, max")).not.toHaveAttribute("aria-invalid", "true");
});

test("the last brief is remembered, its results are on the report, and it can be cleared", async ({
  signedInAlone: page,
  api,
}) => {
  const player = await api.findPlayer("Taras Honashko");
  const replaced = await api.findPlayer("Femi Wadiba");
  await page.goto(`/players/${String(player.id)}`);
  await page.getByRole("button", { name: "Create report" }).click();
  const form = page.getByRole("dialog", { name: "Create report" });
  await form.getByLabel("Position", { exact: true }).selectOption("Goalkeeper");
  await form.getByLabel("Age, max").fill("40");
  await form.getByLabel("Budget").fill("1k");
  await form.getByLabel("Contract until, latest").fill("30 Jun 2031");
  await form.getByLabel("Minutes in the latest season").fill("10");
  await form.getByRole("combobox", { name: "Add metric" }).fill("saves");
  await form.getByRole("option", { name: "Saves", exact: true }).click();
  await form.getByRole("combobox", { name: "Player to replace" }).fill("femi wad");
  await form.getByRole("option", { name: replaced.full_name }).click();
  await form.getByLabel("Question").fill("Can he play in goal?");
  await submitBrief(page);
  await expect(page.getByText("Completed in")).toBeVisible({ timeout: 20_000 });
  await page.getByRole("dialog").getByRole("link", { name: "Open report" }).click();

  const report = await api.newestReport(player.id);
  expect(report.brief).toMatchObject({
    position: "Goalkeeper",
    age_max: 40,
    budget: 1000,
    contract_until: "2031-06-30",
    minutes_min: 10,
    metrics: [{ metric: "saves", percentile: 50 }],
    replaces: { id: replaced.id, name: replaced.full_name },
    question: "Can he play in goal?",
  });
  const brief = page.getByRole("group", { name: "Brief" });
  const words = { met: "Met", partly_met: "Partly met", missed: "Missed", unknown: "Not known" };
  const items = report.content?.brief ?? [];
  expect(new Set(items.map(({ result }) => result))).toContain("missed");
  expect(new Set(items.map(({ result }) => result))).toContain("met");
  for (const [index, { label, result, text }] of items.entries()) {
    const row = brief.getByRole("listitem").nth(index);
    await expect(row).toContainText(words[result as keyof typeof words] + label + text);
    await expect(row.locator("svg").first()).toBeVisible();
  }
  await expect(brief).toContainText("Can he play in goal?");
  await brief.getByRole("button", { name: /Budget/ }).focus();
  await expect(page.getByRole("complementary", { name: "Evidence" })).toContainText("Market value");
  await expectNoViolation(page);

  // Another player, after a reload.
  const other = await api.findPlayer("Edwin St. Orrin");
  await page.goto(`/players/${String(other.id)}`);
  await page.getByRole("button", { name: "Create report" }).click();
  await expect(form).toContainText("Your last brief is filled in.");
  await expect(form.getByLabel("Position", { exact: true })).toHaveValue("Goalkeeper");
  await expect(form.getByLabel("Age, max")).toHaveValue("40");
  await expect(form.getByLabel("Budget")).toHaveValue("1k");
  await expect(form.getByLabel("Contract until, latest")).toHaveValue("30 Jun 2031");
  await expect(form.getByLabel("Saves, lowest percentile")).toHaveValue("50");
  await expect(form.getByRole("combobox", { name: "Player to replace" })).toHaveValue(
    replaced.full_name,
  );
  await expect(form.getByLabel("Question")).toHaveValue("Can he play in goal?");
  await form.getByRole("button", { name: "Clear", exact: true }).click();
  await expect(form.getByLabel("Age, max")).toHaveValue("");
  await expect(form.getByLabel("Contract until, latest")).toHaveValue("");
  await expect(form.getByRole("combobox", { name: "Player to replace" })).toHaveValue("");
  await page.reload();
  await page.getByRole("button", { name: "Create report" }).click();
  await expect(form.getByLabel("Age, max")).toHaveValue("");
  await expect(form).not.toContainText("Your last brief is filled in.");
});
