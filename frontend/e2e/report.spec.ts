import { readFile } from "node:fs/promises";
import type { Download } from "@playwright/test";
import type { StoredReport } from "./api.ts";
import { address, contentOf, labelsOf, panel, sentence, sentencesOf } from "./reports.ts";
import { expect, test } from "./test.ts";

// A stack with the fictional sample. Each test uses its own player, an attacker with full seasons.
test.use({ baseURL: process.env.E2E_REPORT_STACK });

/** 2026-06-10 as 10 Jun 2026. */
const shortDate = (iso: string | null = "") => {
  const [year, month, day] = (iso ?? "").split("-").map(Number);
  const name = "JanFebMarAprMayJunJulAugSepOctNovDec".slice(
    3 * ((month ?? 1) - 1),
    3 * (month ?? 1),
  );
  return `${String(day)} ${name} ${String(year)}`;
};

const HINT = "Hover a sentence for its evidence; click to pin.";

/** Two sentences in a row whose evidence differs. */
function neighbours(report: StoredReport) {
  const all = sentencesOf(report);
  const found = all.findIndex((one, index) => {
    const [own, next] = [labelsOf(report, one), labelsOf(report, all[index + 1] ?? one)];
    return own.some((label) => !next.includes(label)) && next.some((label) => !own.includes(label));
  });
  const [first, second] = all.slice(found, found + 2);
  if (!first || !second) throw new Error("No two sentences in a row have different evidence");
  const only = (one: typeof first, other: typeof first) =>
    labelsOf(report, one).find((label) => !labelsOf(report, other).includes(label)) ?? "";
  return {
    first: { ...first, label: only(first, second) },
    second: { ...second, label: only(second, first) },
  };
}

test("the answer comes first: recommendation, headline, reasons and the age of the data", async ({
  signedIn: page,
  api,
}) => {
  const report = await api.scout((await api.findPlayer("Thilo Mühlegger")).id);
  const { title, headline, reasons } = contentOf(report).answer;
  await page.goto(address(report));
  const answer = page.getByRole("group", { name: `Recommendation: ${title}` });
  await expect(answer.getByText(headline)).toBeInViewport({ ratio: 1 });
  const list = answer.getByRole("list", { name: "Reasons" }).getByRole("listitem");
  await expect(list).toHaveCount(reasons.length);
  expect(reasons.length).toBeLessThanOrEqual(3);
  for (const { text } of reasons) {
    await expect(answer.getByRole("button", { name: text, exact: true })).toBeInViewport();
  }
  await expect(answer).toContainText(/Data: .*Latest valuation \d+ \w+ \d{4} · Transfermarkt 20/);
  await expect(answer).toContainText("Built-in planner, no language model · Requested by admin");
  const headings = await page
    .getByRole("region", { name: "Scouting report" })
    .getByRole("heading", { level: 3 })
    .allTextContents();
  const titles = contentOf(report).sections.map((section) => section.title);
  expect(headings.filter((heading) => titles.includes(heading))).toEqual(titles);
  expect(titles).toEqual([
    "Summary",
    "Strengths",
    "Weaknesses",
    "Market and risk",
    "Recommendation",
  ]);
});

test("each sentence shows its evidence, by keyboard alone", async ({ signedIn: page, api }) => {
  const report = await api.scout((await api.findPlayer("Femi Wadiba")).id);
  const { first, second } = neighbours(report);
  await page.goto(address(report));
  await expect(sentence(page, first.text)).toBeVisible();
  await expect(panel(page)).toContainText(HINT);
  const below = page.getByRole("heading", { name: "Market value" });
  const position = await below.boundingBox();

  for (let press = 0; press < 60; press++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => document.activeElement?.textContent);
    if (focused === first.text) break;
  }
  await expect(sentence(page, first.text)).toBeFocused();
  await expect(sentence(page, first.text)).toHaveAttribute("aria-expanded", "true");
  await expect(panel(page)).toContainText(first.label);
  await expect(sentence(page, first.text)).toHaveAccessibleDescription(/^Evidence: .+: /);
  await page.keyboard.press("Tab");
  await expect(sentence(page, second.text)).toBeFocused();
  await expect(panel(page)).toContainText(second.label);
  await expect(panel(page).getByText(first.label, { exact: true })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(panel(page)).toContainText(HINT);
  await expect(sentence(page, second.text)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel(page)).toContainText(second.label);

  // A percentile, with whom it compares.
  const ranked = sentencesOf(report).find(({ evidence }) =>
    evidence.some((id) => id.endsWith(".position")),
  );
  await sentence(page, ranked?.text ?? "").focus();
  await expect(panel(page)).toContainText(/\d(st|nd|rd|th) percentile/);
  await expect(panel(page)).toContainText(/vs \d+ [a-z -]+, 20\d\d\/\d\d, 900\+ minutes/);
  expect(await below.boundingBox()).toEqual(position);
});

test("hovering a sentence shows its evidence, and a click pins it", async ({
  signedIn: page,
  api,
}) => {
  const report = await api.scout((await api.findPlayer("Gavril Mandadzhiev")).id);
  const { first, second } = neighbours(report);
  await page.goto(address(report));
  await sentence(page, second.text).hover();
  await expect(panel(page)).toContainText(second.label);
  await sentence(page, first.text).hover();
  await expect(panel(page)).toContainText(first.label);
  await sentence(page, first.text).click();
  await sentence(page, second.text).hover();
  await expect(panel(page)).toContainText(first.label);
  await panel(page).getByRole("button", { name: "Close evidence" }).click();
  await expect(panel(page)).toContainText(HINT);
});

test("every fact that no sentence states is one click away", async ({ signedIn: page, api }) => {
  const report = await api.scout((await api.findPlayer("Kosta Trnačić")).id);
  const left = contentOf(report).facts.filter(({ used }) => !used);
  expect(left.length).toBeGreaterThan(5);
  await page.goto(address(report));
  const toggle = page.getByRole("button", { name: `${String(left.length)} more facts` });
  await expect(toggle).toHaveAttribute("aria-expanded", "false");
  await toggle.press("Enter");
  await expect(toggle).toHaveAttribute("aria-expanded", "true");
  const topics = [...new Set(left.map(({ topic }) => topic))];
  for (const topic of topics) {
    const name = topic.charAt(0).toUpperCase() + topic.slice(1).replaceAll("_", " ");
    const facts = left.filter((fact) => fact.topic === topic).map(({ text }) => text);
    const list = page.getByRole("list", { name, exact: true });
    await expect(list.getByRole("button")).toHaveText(facts);
  }
  const [fact] = left.filter(({ evidence }) => evidence.length > 0);
  await page.getByRole("listitem").getByRole("button", { name: fact?.text, exact: true }).focus();
  await expect(panel(page)).toContainText(
    labelsOf(report, fact ?? { text: "", evidence: [] })[0] ?? "",
  );
  await toggle.click();
  await expect(page.getByRole("list", { name: "Market", exact: true })).toHaveCount(0);
});

test("the pizza chart states its figures and cohort, and has a table", async ({
  signedIn: page,
  api,
}) => {
  const report = await api.scout((await api.findPlayer("Jerome Quarrberry")).id);
  const value = (id: string) => report.dossier.evidence.find((item) => item.id === id)?.value;
  await page.goto(address(report));
  const chart = page.getByRole("img", { name: /^Percentiles, [\w ]+ 20\d\d\/\d\d: / });
  const label = (await chart.getAttribute("aria-label")) ?? "";
  const ranks = [...label.matchAll(/ ([\d.]+)(?:st|nd|rd|th) percentile/g)];
  expect(ranks.length).toBeGreaterThanOrEqual(3);
  for (const [, number] of ranks) {
    const whole = String(Math.min(99, Math.max(1, Math.round(Number(number)))));
    await expect(chart.getByText(whole, { exact: true }).first()).toBeVisible();
  }
  await expect(
    page.getByText(/^[\w ]+ 20\d\d\/\d\d, vs \d+ [a-z -]+, 20\d\d\/\d\d, 900\+ minutes/),
  ).toBeVisible();
  await page.getByRole("button", { name: "Show table" }).first().click();
  await expect(chart).toHaveCount(0);
  const table = page.getByRole("table", { name: "Percentiles, 2025/26, Transfermarkt" });
  const goals = table.getByRole("row", { name: /^Goals per 90/ });
  const percentile = Math.round(Number(value("season.2025.goals_per_90.position")));
  await expect(goals).toContainText(new RegExp(`${String(percentile)}(st|nd|rd|th) percentile`));
  await page.getByRole("button", { name: "Show chart" }).click();
  await expect(chart).toBeVisible();

  const season = page
    .getByRole("table", { name: "Seasons" })
    .getByRole("row", { name: /^2025\/26/ });
  for (const metric of ["games", "goals", "assists", "yellow_cards"]) {
    await expect(
      season
        .getByRole("cell", { name: String(value(`season.2025.${metric}`)), exact: true })
        .first(),
    ).toBeVisible();
  }
  await expect(page.getByRole("heading", { name: "Method" })).toBeVisible();
  for (const { text } of contentOf(report).method) {
    await expect(page.getByText(text)).toBeVisible();
  }
});

test("the value chart has every valuation and the current value, also as a table", async ({
  signedIn: page,
  api,
}) => {
  const player = await api.findPlayer("Jens Dalås");
  const report = await api.scout(player.id);
  const evidence = (id: string) => report.dossier.evidence.find((item) => item.id === id);
  const valuations = await api.readValuations(player.id);
  expect(valuations.length).toBeGreaterThan(10);
  await page.goto(address(report));
  const count = valuations.length + 1;
  await expect(page.getByText(new RegExp(`^${String(count)} values, .*; current €`))).toBeVisible();
  await page.getByRole("button", { name: "Show table" }).click();
  const table = page.getByRole("table", { name: "Market value by date" });
  await expect(table.locator("tbody tr")).toHaveCount(count);
  await expect(table.locator("tbody tr").first()).toContainText("(current)");
  await expect(table.locator("tbody tr").nth(1)).toContainText(shortDate(valuations.at(-1)?.day));
  await expect(table.locator("tbody tr").last()).toContainText(shortDate(valuations[0]?.day));
  const [from, to] = [evidence("value.24m")?.as_of, evidence("value.latest")?.as_of];
  await expect(
    page.getByText(`${shortDate(from)} – ${shortDate(to)}`, { exact: true }),
  ).toBeVisible();
  await page.getByRole("button", { name: "Show chart" }).click();
  await expect(table).toHaveCount(0);
});

test("an older report opens, and two reports compare by their facts", async ({
  signedIn: page,
  api,
}) => {
  const player = await api.findPlayer("Orson Oakridge");
  const before = await api.scout(player.id);
  await api.patchPlayer(player.id, { current_team: "Compared FC" });
  const after = await api.scout(player.id);
  const [was, now] = [before, after].map((report) =>
    contentOf(report).facts.find(({ evidence, used }) => used && evidence.includes("club")),
  );
  await page.goto(address(after));
  const versions = page.getByRole("region", { name: "All reports" }).getByRole("listitem");
  await expect(versions).toHaveCount(2);
  await expect(versions.first()).toContainText("Current");
  await expect(versions.first()).toContainText(contentOf(after).answer.headline);
  await expect(versions.last()).toContainText("Out of date, 1 change");

  await versions
    .last()
    .getByRole("link", { name: /^Compare with the report of/ })
    .click();
  const comparison = page.getByRole("region", { name: "Changes" });
  await expect(page.getByRole("heading", { name: "Changes" })).toBeFocused();
  await expect(comparison).toContainText(" to → Compared FC");
  const changed = comparison.getByRole("listitem").filter({ hasText: was?.text });
  await expect(changed).toContainText(now?.text ?? "");
  expect(now?.text).toContain("Compared FC");
  expect(was?.text).not.toContain("Compared FC");
  await expect(comparison).toContainText(", unchanged");
  await page.reload();
  await expect(comparison).toContainText(" to → Compared FC");
  await comparison.getByRole("link", { name: "Close comparison" }).click();
  await expect(comparison).toHaveCount(0);

  await versions.last().getByRole("link").first().click();
  await expect(page).toHaveURL(new RegExp(before.id));
  await expect(page.getByText("This is an older report.")).toBeVisible();
  const text = page.getByRole("region", { name: "Scouting report" });
  await expect(text.locator("p").getByRole("button", { name: "Compared FC" })).toHaveCount(0);
  await page.getByRole("status").getByRole("link").click();
  await expect(
    text.locator("p").getByRole("button", { name: "Compared FC" }).first(),
  ).toBeVisible();
});

test("a report is out of date once its evidence changes, until it is regenerated", async ({
  signedIn: page,
  api,
}) => {
  const player = await api.findPlayer("Moussa Dagiba");
  await api.scout(player.id, { age_max: 40, question: "Is he the one?" });
  await page.goto(`/players/${String(player.id)}?tab=reports`);
  const latest = page.getByRole("region", { name: "Scouting report" });
  await expect(latest.getByRole("heading", { name: "Brief" })).toBeVisible();
  const notice = page.getByRole("region", { name: "Out of date" });
  await expect(notice).toHaveCount(0);

  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const form = page.getByRole("dialog", { name: `Edit ${player.full_name}` });
  await form.getByRole("combobox", { name: "Club" }).fill("Changed Town");
  await form.getByLabel("Market value", { exact: true }).fill("123M");
  await form.getByLabel("Career-high value").fill("150M");
  await form.getByLabel("Pronoun").selectOption("They");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form).toBeHidden();
  await expect(notice).toContainText(" to → Changed Town");
  await expect(notice).toContainText(" to → €123m");
  await expect(page.getByRole("region", { name: "All reports" })).toContainText("Out of date");

  await notice.getByRole("button", { name: "Regenerate with current data" }).click();
  const dialog = page.getByRole("dialog", { name: `Report on ${player.full_name}` });
  await expect(dialog.getByText("Completed in")).toBeVisible({ timeout: 20_000 });
  await dialog.getByRole("link", { name: "Open report" }).click();
  await expect(page).toHaveURL(/\/reports\//);
  await expect(
    page
      .locator("p")
      .getByRole("button", { name: /Changed Town/ })
      .first(),
  ).toBeVisible();
  await expect(notice).toHaveCount(0);
  await expect(page.getByText("Is he the one?")).toBeVisible();
  const { brief } = await api.newestReport(player.id);
  expect(brief).toMatchObject({ age_max: 40, question: "Is he the one?" });
});

test("exports: PDF, Markdown and JSON", async ({ signedIn: page, api }) => {
  const report = await api.scout((await api.findPlayer("Gijs van Cloostmeer")).id);
  await page.goto(address(report));
  const save = async (name: string) => {
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export" }).click();
    await page.getByRole("menuitem", { name }).click();
    return coming;
  };
  const content = async (file: Download) => readFile(await file.path());

  const pdf = await save("PDF");
  expect(pdf.suggestedFilename()).toMatch(/^gijs-van-cloostmeer-\d{4}-\d\d-\d\d\.pdf$/);
  expect((await content(pdf)).subarray(0, 4).toString()).toBe("%PDF");

  const markdown = (await content(await save("Markdown"))).toString().replaceAll("\\", "");
  expect(sentencesOf(report).length).toBeGreaterThan(3);
  for (const { text } of sentencesOf(report)) expect(markdown).toContain(text);

  const json = JSON.parse((await content(await save("JSON"))).toString()) as StoredReport;
  expect(json).toMatchObject({ id: report.id, content: report.content });
});

test("an unknown report, and one that cannot be loaded", async ({ signedIn: page, api }) => {
  const report = await api.scout((await api.createPlayer()).id);
  for (const path of [
    `/players/${String(report.player_id)}/reports/00000000-0000-7000-8000-000000000000`,
    `/players/${String(report.player_id)}/reports/newest`,
    `/players/1/reports/${report.id}`,
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "Report not found" })).toBeVisible();
  }
  await page.goto(`/players/${String(report.player_id)}/reports/newest`);
  await page.getByRole("link", { name: "Open player" }).click();
  await expect(page.getByRole("region", { name: "Scouting report" })).toBeVisible();

  await page.route("**/api/reports/*", (route) => route.abort());
  await page.goto(address(report));
  await expect(page.getByText("The report could not be loaded")).toBeVisible();
  await page.unroute("**/api/reports/*");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "Summary" })).toBeVisible();
});
