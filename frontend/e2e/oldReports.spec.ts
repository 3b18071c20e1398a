import { expectNoViolation } from "./axe.ts";
import { storeOldReport } from "./oldReport.ts";
import { longestLine } from "./reports.ts";
import { expect, test } from "./test.ts";

// Reports of earlier versions look as they did when they were written.
test.use({ baseURL: process.env.E2E_REPORT_STACK });

const dataDir = () => process.env.E2E_REPORT_DATA ?? "";

const CLAIMS = [
  {
    section: "recommendation",
    text: "The record supports neither a signing nor a refusal, as the present club is the only fact.",
    evidence: ["club"],
    status: "checked" as const,
    reasons: [],
  },
  {
    section: "summary",
    text: "The present club is Old Town.",
    evidence: ["club"],
    status: "checked" as const,
    reasons: [],
  },
  {
    section: "strengths",
    text: `The player scored 99 goals. <script>alert("1")</script>`,
    evidence: ["club"],
    status: "cut" as const,
    reasons: ["99 is not the value of its evidence"],
  },
];
const EVIDENCE = [
  {
    id: "club",
    label: "Club",
    value: "Old Town",
    unit: "text",
    period: "2024/25",
    as_of: "2025-06-13",
    source: "record",
    cohort: null,
    note: null,
  },
];

test("an old report with checked claims shows the check, the evidence and what was removed", async ({
  signedIn: page,
  api,
}) => {
  const player = await api.findPlayer("Aldous Oakmere");
  await storeOldReport(dataDir(), player.id, {
    markdown: "## Summary\n\nThe present club is Old Town.",
    claims: CLAIMS,
    evidence: EVIDENCE,
  });
  const report = await api.newestReport(player.id);
  await page.goto(`/players/${String(player.id)}/reports/${report.id}`);
  const shown = page.getByRole("region", { name: "Scouting report" });
  await expect(shown.getByText("2 of 3 claims checked")).toBeVisible();
  await expect(shown.getByText("Built-in writer, no language model")).toBeVisible();
  await expect(shown.getByText("Monitor", { exact: true })).toBeVisible();
  await expect(shown.getByRole("heading", { level: 3 })).toHaveText([
    "Recommendation",
    "Summary",
    "Strengths",
    "Weaknesses",
    "Risks",
    "Evidence",
    "Percentiles",
    "Market value",
    "Seasons",
  ]);
  await shown.getByRole("button", { name: "The present club is Old Town." }).press("Enter");
  const evidence = shown.getByRole("complementary", { name: "Evidence" });
  await expect(evidence).toContainText("Old Town");
  await expect(evidence).toContainText("2024/25 · Player data");
  await page.keyboard.press("Escape");
  await expect(evidence).toContainText("Every sentence was checked by code");

  const toggle = shown.getByRole("button", { name: "1 removed" });
  await toggle.click();
  const removed = shown.getByRole("list", { name: "Removed sentences" });
  await expect(removed).toContainText(`<script>alert("1")</script>`);
  await expect(removed).toContainText("Strengths: 99 is not the value of its evidence");
  await expect(removed.locator("a, script")).toHaveCount(0);
  const longest = await longestLine(page, "[aria-describedby] > span, [aria-label^='Removed'] p");
  expect(longest).toBeGreaterThan(20);
  expect(longest).toBeLessThanOrEqual(75);
  await expectNoViolation(page);

  // It compares with a new one by its evidence alone.
  const next = await api.scout(player.id);
  await page.goto(`/players/${String(player.id)}/reports/${next.id}?compare=${report.id}`);
  const changes = page.getByRole("region", { name: "Changes" });
  await expect(changes).toContainText("One of the reports is of an earlier version");
  await expect(changes).toContainText("Old Town to →");
  await expectNoViolation(page);
});

test("a report from before claims were checked says so, and its text stays text", async ({
  signedIn: page,
  api,
}) => {
  const player = await api.findPlayer("Felix Farncroft");
  const markdown = `## Summary

<script>window.hacked = "script"</script> [click me](javascript:window.hacked='link')
[a real link](https://example.org/report) ![pixel](https://example.org/pixel.png)

## Recommendation <img src=x onerror="window.hacked='title'">

<a href="javascript:window.hacked='a'">raw link</a>
`;
  await storeOldReport(dataDir(), player.id, { markdown });
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
