import { readFile } from "node:fs/promises";
import type { Download, Page } from "@playwright/test";
import type { StoredReport } from "./desk.ts";
import { storeOldReport } from "./oldReport.ts";
import { expect, test } from "./test.ts";

// A stack with the fictional sample and a model that writes true and false sentences. Each test
// has a player of its own: all attackers with full seasons.
test.use({ baseURL: process.env.E2E_REPORT_STACK });

const address = (report: StoredReport) =>
  `/players/${String(report.player_id)}/reports/${report.id}`;

const standing = (report: StoredReport) =>
  report.claims.filter(({ status }) => status === "checked");

const cutOf = (report: StoredReport) => report.claims.filter(({ status }) => status === "cut");

const sentence = (page: Page, text: string) =>
  page.getByRole("button", { name: text, exact: true });

const rail = (page: Page) => page.getByRole("complementary", { name: "Evidence" });

test("each sentence shows its evidence, by keyboard alone", async ({ signedIn: page, desk }) => {
  const report = await desk.scout((await desk.findPlayer("Femi Wadiba")).id);
  await page.goto(address(report));
  const [first, second] = standing(report);
  await expect(sentence(page, first?.text ?? "")).toBeVisible();
  await expect(rail(page)).toContainText("go to it with Tab");
  const below = page.getByRole("heading", { name: "Percentiles" });
  const place = await below.boundingBox();

  for (let press = 0; press < 40; press++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => document.activeElement?.textContent);
    if (focused === first?.text) break;
  }
  await expect(sentence(page, first?.text ?? "")).toBeFocused();
  await expect(sentence(page, first?.text ?? "")).toHaveAttribute("aria-expanded", "true");
  await expect(rail(page)).toContainText("Club");
  await expect(rail(page)).toContainText("Drosseltal");
  await expect(sentence(page, first?.text ?? "")).toHaveAccessibleDescription(/^Evidence: Club: /);
  await page.keyboard.press("Tab");
  await expect(sentence(page, second?.text ?? "")).toBeFocused();
  await expect(rail(page)).toContainText("Senegal");
  await expect(rail(page)).not.toContainText("Drosseltal");
  await page.keyboard.press("Escape");
  await expect(rail(page)).toContainText("go to it with Tab");
  await expect(sentence(page, second?.text ?? "")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(rail(page)).toContainText("Senegal");

  // A percentile, with whom it compares.
  const ranked = standing(report).find(({ evidence }) =>
    evidence.some((id) => /^season.*position$/.test(id)),
  );
  await sentence(page, ranked?.text ?? "").focus();
  await expect(rail(page)).toContainText(/percentile \d/);
  await expect(rail(page)).toContainText(
    /Among \d+ attacking players with at least 900 minutes in 2025\/26; \d+ more players? with fewer minutes left out/,
  );
  expect(await below.boundingBox()).toEqual(place);
});

test("the mouse shows evidence where it rests, and a click holds it", async ({
  signedIn: page,
  desk,
}) => {
  const report = await desk.scout((await desk.findPlayer("Thilo Mühlegger")).id);
  await page.goto(address(report));
  const [club, country] = standing(report);
  await sentence(page, country?.text ?? "").hover();
  await expect(rail(page)).toContainText("Nationality");
  await sentence(page, club?.text ?? "").hover();
  await expect(rail(page)).toContainText("Club");
  await sentence(page, club?.text ?? "").click();
  await sentence(page, country?.text ?? "").hover();
  await expect(rail(page)).toContainText("Club");
  await rail(page).getByRole("button", { name: "Close the evidence" }).click();
  await expect(rail(page)).toContainText("go to it with Tab");
});

test("how much was checked, and on request what was cut and why", async ({
  signedIn: page,
  desk,
}) => {
  const report = await desk.scout((await desk.findPlayer("Gavril Mandadzhiev")).id);
  const [checked, cut] = [standing(report).length, cutOf(report)];
  expect(cut.length).toBeGreaterThan(3);
  await page.goto(address(report));
  await expect(
    page.getByText(`${String(checked)} of ${String(checked + cut.length)} claims checked`).first(),
  ).toBeVisible();
  await expect(page.getByText("by the language model gemini")).toBeVisible();
  for (const { text } of cut) await expect(sentence(page, text)).toHaveCount(0);

  const list = page.getByRole("list", { name: "What was cut" });
  await expect(list).toBeHidden();
  const toggle = page.getByRole("button", { name: `${String(cut.length)} cut` });
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

test("the charts say in words what they draw", async ({ signedIn: page, desk }) => {
  const report = await desk.scout((await desk.findPlayer("Jerome Quarrberry")).id);
  const value = (id: string) => report.dossier.evidence.find((item) => item.id === id)?.value;
  await page.goto(address(report));
  const ranks = page.getByRole("table", { name: /^Percentiles of 2025\/26/ });
  const goals = ranks.getByRole("row", { name: /^Goals per 90/ });
  const percentile = Number(value("season.2025.goals_per_90.position")).toFixed(1);
  await expect(goals).toContainText(percentile);
  await expect(ranks.getByRole("row", { name: /^Red cards per 90/ })).toContainText(
    "fewer is better",
  );
  await expect(page.getByText(/^Position: \d+ attacking players with at least/)).toBeVisible();
  await expect(page.getByText(/^Valuations: €.* on \d+ \w+ \d{4}, €/)).toBeAttached();
  const season = page
    .getByRole("table", { name: "Seasons on record" })
    .getByRole("row", { name: /^2025\/26/ });
  for (const metric of ["games", "goals", "assists", "yellow_cards"]) {
    await expect(
      season
        .getByRole("cell", { name: String(value(`season.2025.${metric}`)), exact: true })
        .first(),
    ).toBeVisible();
  }
});

test("versions: an earlier one opens, and two compare", async ({ signedIn: page, desk }) => {
  const player = await desk.findPlayer("Orson Oakridge");
  const before = await desk.scout(player.id);
  await desk.patchPlayer(player.id, { current_team: "Compared FC" });
  const after = await desk.scout(player.id);
  await page.goto(address(after));
  const versions = page.getByRole("region", { name: "All reports" }).getByRole("listitem");
  await expect(versions).toHaveCount(2);
  await expect(versions.first()).toContainText("Shown");
  await expect(versions.last()).toContainText("Out of date, 1 change");

  await versions
    .last()
    .getByRole("link", { name: /^Compare with the report of/ })
    .click();
  const comparison = page.getByRole("region", { name: "What changed" });
  await expect(page.getByRole("heading", { name: "What changed" })).toBeFocused();
  await expect(comparison).toContainText(", now → Compared FC");
  await expect(comparison).toContainText(/Sentences gone−The present club is (?!Compared)/);
  await expect(comparison).toContainText("The present club is Compared FC.");
  await expect(comparison).toContainText(", as before");
  await page.reload();
  await expect(comparison).toContainText(", now → Compared FC");
  await comparison.getByRole("link", { name: "Close the comparison" }).click();
  await expect(comparison).toHaveCount(0);

  await versions.last().getByRole("link").first().click();
  await expect(page).toHaveURL(new RegExp(before.id));
  await expect(page.getByText("This is an earlier report.")).toBeVisible();
  await expect(sentence(page, "The present club is Compared FC.")).toHaveCount(0);
  await page.getByRole("link", { name: /^that of/ }).click();
  await expect(sentence(page, "The present club is Compared FC.")).toBeVisible();
});

test("out of date once its evidence changes, until the player is scouted again", async ({
  signedIn: page,
  desk,
}) => {
  const player = await desk.findPlayer("Moussa Dagiba");
  await desk.scout(player.id);
  await page.goto(`/players/${String(player.id)}`);
  const panel = page.getByRole("region", { name: "Scouting report" });
  await expect(panel.getByRole("heading", { name: "Recommendation" })).toBeVisible();
  const notice = page.getByRole("region", { name: "Out of date" });
  await expect(notice).toHaveCount(0);

  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const form = page.getByRole("dialog", { name: `Edit ${player.full_name}` });
  await form.getByRole("combobox", { name: "Club" }).fill("Changed Town");
  await form.getByLabel("Value", { exact: true }).fill("123M");
  await form.getByLabel("Peak value").fill("150M");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form).toBeHidden();
  await expect(notice).toContainText(", now → Changed Town");
  await expect(notice).toContainText(", now → €123m");
  await expect(page.getByRole("region", { name: "All reports" })).toContainText("Out of date");

  await notice.getByRole("button", { name: "Scout again" }).click();
  const dialog = page.getByRole("dialog", { name: `Scouting ${player.full_name}` });
  await expect(
    dialog.getByRole("button", { name: "The present club is Changed Town." }),
  ).toBeVisible({
    timeout: 20_000,
  });
  await dialog.getByRole("link", { name: "Open the report" }).click();
  await expect(page).toHaveURL(/\/reports\//);
  await expect(sentence(page, "The present club is Changed Town.")).toBeVisible();
  await expect(notice).toHaveCount(0);
});

test("exports: PDF, Markdown and JSON", async ({ signedIn: page, desk }) => {
  const report = await desk.scout((await desk.findPlayer("Gijs van Cloostmeer")).id);
  await page.goto(address(report));
  const save = async (name: string) => {
    const coming = page.waitForEvent("download");
    await page.getByRole("list", { name: "Export" }).getByRole("link", { name }).click();
    return coming;
  };
  const content = async (file: Download) => readFile(await file.path());

  const pdf = await save("PDF");
  expect(pdf.suggestedFilename()).toMatch(/^gijs-van-cloostmeer-\d{4}-\d\d-\d\d\.pdf$/);
  expect((await content(pdf)).subarray(0, 4).toString()).toBe("%PDF");

  const markdown = (await content(await save("Markdown"))).toString().replaceAll("\\", "");
  expect(standing(report).length).toBeGreaterThan(3);
  for (const { text } of standing(report)) expect(markdown).toContain(text);

  const json = JSON.parse((await content(await save("JSON"))).toString()) as StoredReport;
  expect(json).toMatchObject({ id: report.id, claims: report.claims });
});

test("a report from before claims were checked says so, and its text stays text", async ({
  signedIn: page,
  desk,
}) => {
  const player = await desk.findPlayer("Felix Farncroft");
  const text = `## Summary

<script>window.hacked = "script"</script> [click me](javascript:window.hacked='link')
[a real link](https://example.org/report) ![pixel](https://example.org/pixel.png)

## Recommendation <img src=x onerror="window.hacked='title'">

<a href="javascript:window.hacked='a'">raw link</a>
`;
  await storeOldReport(process.env.E2E_REPORT_DATA ?? "", player.id, text);
  await page.goto(`/players/${String(player.id)}`);
  const panel = page.getByRole("region", { name: "Scouting report" });
  await expect(panel).toContainText("Not checked: written before claims were checked.");
  await expect(panel).toContainText(`<script>window.hacked = "script"</script>`);
  await expect(panel).toContainText(`<a href="javascript:window.hacked='a'">raw link</a>`);
  await expect(panel.getByRole("link", { name: "a real link" })).toHaveAttribute("rel", /noopener/);
  await expect(panel.locator("script, img, iframe, [onerror]")).toHaveCount(0);
  await expect(panel.locator("a[href^='javascript:']")).toHaveCount(0);
  await panel.getByText("click me").click();
  expect(await page.evaluate(() => (window as { hacked?: string }).hacked)).toBeUndefined();
});

test("an unknown report, and one that cannot be loaded", async ({ signedIn: page, desk }) => {
  const report = await desk.scout((await desk.createPlayer()).id);
  for (const path of [
    `/players/${String(report.player_id)}/reports/00000000-0000-7000-8000-000000000000`,
    `/players/${String(report.player_id)}/reports/newest`,
    `/players/1/reports/${report.id}`,
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "There is no such report" })).toBeVisible();
  }
  await page.goto(`/players/${String(report.player_id)}/reports/newest`);
  await page.getByRole("link", { name: "Go to the player" }).click();
  await expect(page.getByRole("region", { name: "Scouting report" })).toBeVisible();

  await page.route("**/api/reports/*", (route) => route.abort());
  await page.goto(address(report));
  await expect(page.getByText("The report could not be loaded")).toBeVisible();
  await page.unroute("**/api/reports/*");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "Summary" })).toBeVisible();
});
