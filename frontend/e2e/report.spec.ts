import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import type { StoredReport } from "./api.ts";
import { storeOldReport } from "./oldReport.ts";
import { expect, test } from "./test.ts";

// A stack with the fictional sample and a model that writes true and false sentences. Each test
// uses its own player, an attacker with full seasons.
test.use({ baseURL: process.env.E2E_REPORT_STACK });

const address = (report: StoredReport) =>
  `/players/${String(report.player_id)}/reports/${report.id}`;

const checked = (report: StoredReport) =>
  report.claims.filter(({ status }) => status === "checked");

const removed = (report: StoredReport) => report.claims.filter(({ status }) => status === "cut");

/** 2026-06-10 as 10 Jun 2026. */
const shortDate = (iso: string | null = "") => {
  const [year, month, day] = (iso ?? "").split("-").map(Number);
  const name = "JanFebMarAprMayJunJulAugSepOctNovDec".slice(
    3 * ((month ?? 1) - 1),
    3 * (month ?? 1),
  );
  return `${String(day)} ${name} ${String(year)}`;
};

const sentence = (page: Page, text: string) =>
  page.getByRole("button", { name: text, exact: true });

const panel = (page: Page) => page.getByRole("complementary", { name: "Evidence" });

test("each sentence shows its evidence, by keyboard alone", async ({ signedIn: page, api }) => {
  const report = await api.scout((await api.findPlayer("Femi Wadiba")).id);
  await page.goto(address(report));
  const [first, second] = checked(report);
  await expect(sentence(page, first?.text ?? "")).toBeVisible();
  await expect(panel(page)).toContainText("Hover a sentence for its evidence; click to pin.");
  const below = page.getByRole("heading", { name: "Percentiles" });
  const position = await below.boundingBox();

  for (let press = 0; press < 40; press++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => document.activeElement?.textContent);
    if (focused === first?.text) break;
  }
  await expect(sentence(page, first?.text ?? "")).toBeFocused();
  await expect(sentence(page, first?.text ?? "")).toHaveAttribute("aria-expanded", "true");
  await expect(panel(page)).toContainText("Club");
  await expect(panel(page)).toContainText("Drosseltal");
  await expect(sentence(page, first?.text ?? "")).toHaveAccessibleDescription(/^Evidence: Club: /);
  await page.keyboard.press("Tab");
  await expect(sentence(page, second?.text ?? "")).toBeFocused();
  await expect(panel(page)).toContainText("Senegal");
  await expect(panel(page)).not.toContainText("Drosseltal");
  await page.keyboard.press("Escape");
  await expect(panel(page)).toContainText("Hover a sentence for its evidence; click to pin.");
  await expect(sentence(page, second?.text ?? "")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel(page)).toContainText("Senegal");

  // A percentile, with whom it compares.
  const ranked = checked(report).find(({ evidence }) =>
    evidence.some((id) => /^season.*position$/.test(id)),
  );
  await sentence(page, ranked?.text ?? "").focus();
  await expect(panel(page)).toContainText(/\d(st|nd|rd|th) percentile/);
  await expect(panel(page)).toContainText(
    /vs \d+ attackers, 2025\/26, 900\+ minutes; \d+ without the minutes or the figure excluded/,
  );
  expect(await below.boundingBox()).toEqual(position);
});

test("hovering a sentence shows its evidence, and a click pins it", async ({
  signedIn: page,
  api,
}) => {
  const report = await api.scout((await api.findPlayer("Thilo Mühlegger")).id);
  await page.goto(address(report));
  const [club, nationality] = checked(report);
  await sentence(page, nationality?.text ?? "").hover();
  await expect(panel(page)).toContainText("Nationality");
  await sentence(page, club?.text ?? "").hover();
  await expect(panel(page)).toContainText("Club");
  await sentence(page, club?.text ?? "").click();
  await sentence(page, nationality?.text ?? "").hover();
  await expect(panel(page)).toContainText("Club");
  await panel(page).getByRole("button", { name: "Close evidence" }).click();
  await expect(panel(page)).toContainText("Hover a sentence for its evidence; click to pin.");
});

test("the checked claims are counted, and the removed sentences listed with reasons", async ({
  signedIn: page,
  api,
}) => {
  const report = await api.scout((await api.findPlayer("Gavril Mandadzhiev")).id);
  const [kept, cut] = [checked(report).length, removed(report)];
  expect(cut.length).toBeGreaterThan(3);
  await page.goto(address(report));
  await expect(
    page.getByText(`${String(kept)} of ${String(kept + cut.length)} claims checked`).first(),
  ).toBeVisible();
  await expect(page.getByText(/gemini.* \(Gemini\) · Requested by admin/)).toBeVisible();
  for (const { text } of cut) await expect(sentence(page, text)).toHaveCount(0);

  const list = page.getByRole("list", { name: "Removed sentences" });
  await expect(list).toBeHidden();
  const toggle = page.getByRole("button", { name: `${String(cut.length)} removed` });
  await toggle.click();
  await expect(toggle).toHaveAttribute("aria-expanded", "true");
  for (const { text, reasons } of cut) {
    const item = list.getByRole("listitem").filter({ hasText: `“${text}”` });
    await expect(item.first()).toContainText(reasons[0] ?? "no reason");
  }
  // One of them is a script, another a link: both are text.
  await expect(list).toContainText('<script>alert("1")</script>');
  await expect(list.locator("a, script")).toHaveCount(0);
  await toggle.click();
  await expect(list).toBeHidden();
});

test("the charts state their figures and cohort", async ({ signedIn: page, api }) => {
  const report = await api.scout((await api.findPlayer("Jerome Quarrberry")).id);
  const value = (id: string) => report.dossier.evidence.find((item) => item.id === id)?.value;
  await page.goto(address(report));
  const ranks = page.getByRole("table", { name: "Percentiles, 2025/26, Transfermarkt" });
  const goals = ranks.getByRole("row", { name: /^Goals per 90/ });
  const percentile = Math.round(Number(value("season.2025.goals_per_90.position")));
  await expect(goals).toContainText(new RegExp(`${String(percentile)}(st|nd|rd|th) percentile`));
  await expect(ranks.getByRole("row", { name: /^Red cards per 90/ })).toContainText(
    "fewer is better",
  );
  await expect(
    page.getByText(/^Position: vs \d+ centre-forwards, 2025\/26, 900\+ minutes/).first(),
  ).toBeVisible();
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

test("an older report opens, and two reports compare", async ({ signedIn: page, api }) => {
  const player = await api.findPlayer("Orson Oakridge");
  const before = await api.scout(player.id);
  await api.patchPlayer(player.id, { current_team: "Compared FC" });
  const after = await api.scout(player.id);
  await page.goto(address(after));
  const versions = page.getByRole("region", { name: "All reports" }).getByRole("listitem");
  await expect(versions).toHaveCount(2);
  await expect(versions.first()).toContainText("Current");
  await expect(versions.last()).toContainText("Out of date, 1 change");

  await versions
    .last()
    .getByRole("link", { name: /^Compare with the report of/ })
    .click();
  const comparison = page.getByRole("region", { name: "Changes" });
  await expect(page.getByRole("heading", { name: "Changes" })).toBeFocused();
  await expect(comparison).toContainText(" to → Compared FC");
  await expect(comparison).toContainText(
    /Only in the earlier report−The present club is (?!Compared)/,
  );
  await expect(comparison).toContainText("The present club is Compared FC.");
  await expect(comparison).toContainText(", unchanged");
  await page.reload();
  await expect(comparison).toContainText(" to → Compared FC");
  await comparison.getByRole("link", { name: "Close comparison" }).click();
  await expect(comparison).toHaveCount(0);

  await versions.last().getByRole("link").first().click();
  await expect(page).toHaveURL(new RegExp(before.id));
  await expect(page.getByText("This is an older report.")).toBeVisible();
  await expect(sentence(page, "The present club is Compared FC.")).toHaveCount(0);
  await page.getByRole("status").getByRole("link").click();
  await expect(sentence(page, "The present club is Compared FC.")).toBeVisible();
});

test("a report is out of date once its evidence changes, until it is regenerated", async ({
  signedIn: page,
  api,
}) => {
  const player = await api.findPlayer("Moussa Dagiba");
  await api.scout(player.id);
  await page.goto(`/players/${String(player.id)}?tab=reports`);
  const latest = page.getByRole("region", { name: "Scouting report" });
  await expect(latest.getByRole("heading", { name: "Recommendation" })).toBeVisible();
  const notice = page.getByRole("region", { name: "Out of date" });
  await expect(notice).toHaveCount(0);

  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const form = page.getByRole("dialog", { name: `Edit ${player.full_name}` });
  await form.getByRole("combobox", { name: "Club" }).fill("Changed Town");
  await form.getByLabel("Market value", { exact: true }).fill("123M");
  await form.getByLabel("Career-high value").fill("150M");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form).toBeHidden();
  await expect(notice).toContainText(" to → Changed Town");
  await expect(notice).toContainText(" to → €123m");
  await expect(page.getByRole("region", { name: "All reports" })).toContainText("Out of date");

  await notice.getByRole("button", { name: "Regenerate" }).click();
  const dialog = page.getByRole("dialog", { name: `Report on ${player.full_name}` });
  await expect(
    dialog.getByRole("button", { name: "The present club is Changed Town." }),
  ).toBeVisible({
    timeout: 20_000,
  });
  await dialog.getByRole("link", { name: "Open report" }).click();
  await expect(page).toHaveURL(/\/reports\//);
  await expect(sentence(page, "The present club is Changed Town.")).toBeVisible();
  await expect(notice).toHaveCount(0);
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
  expect(checked(report).length).toBeGreaterThan(3);
  for (const { text } of checked(report)) expect(markdown).toContain(text);

  const json = JSON.parse((await content(await save("JSON"))).toString()) as StoredReport;
  expect(json).toMatchObject({ id: report.id, claims: report.claims });
});

test("a report from before claims were checked says so, and its text stays text", async ({
  signedIn: page,
  api,
}) => {
  const player = await api.findPlayer("Felix Farncroft");
  const text = `## Summary

<script>window.hacked = "script"</script> [click me](javascript:window.hacked='link')
[a real link](https://example.org/report) ![pixel](https://example.org/pixel.png)

## Recommendation <img src=x onerror="window.hacked='title'">

<a href="javascript:window.hacked='a'">raw link</a>
`;
  await storeOldReport(process.env.E2E_REPORT_DATA ?? "", player.id, text);
  await page.goto(`/players/${String(player.id)}?tab=reports`);
  const latest = page.getByRole("region", { name: "Scouting report" });
  await expect(latest).toContainText(
    "Not checked: this report was written before claims were checked.",
  );
  await expect(latest).toContainText(`<script>window.hacked = "script"</script>`);
  await expect(latest).toContainText(`<a href="javascript:window.hacked='a'">raw link</a>`);
  await expect(latest.getByRole("link", { name: "a real link" })).toHaveAttribute(
    "rel",
    /noopener/,
  );
  await expect(latest.locator("script, img, iframe, [onerror]")).toHaveCount(0);
  await expect(latest.locator("a[href^='javascript:']")).toHaveCount(0);
  await latest.getByText("click me").click();
  expect(await page.evaluate(() => (window as { hacked?: string }).hacked)).toBeUndefined();
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
