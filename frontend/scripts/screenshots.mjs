// Takes the documentation's screenshots of a running app; reports are on the named or the first player:
//   npm run screenshots -- http://localhost:3000 "Femi Wadiba"
import { mkdir } from "node:fs/promises";
import { launch, signedIn } from "./browser.mjs";

const address = (process.argv[2] ?? "http://localhost:3000").replace(/\/$/, "");
const subject = process.argv[3];
const FOLDER = new URL("../../docs/screenshots/", import.meta.url).pathname;
const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

const browser = await launch();
await mkdir(FOLDER, { recursive: true });

async function picture(name, options, show) {
  const context = await signedIn(browser, address, { deviceScaleFactor: 2, ...options });
  const page = await context.newPage();
  await page.goto(`${address}/players`);
  await page.getByRole("button", { name: "Reports" }).waitFor();
  await show(page);
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: `${FOLDER}${name}.png` });
  await context.close();
  console.log(`docs/screenshots/${name}.png`);
}

/** The first player of the list. */
const first = (page) => page.locator("[data-player-link]").first();

async function openSubject(page) {
  if (subject) await page.goto(`${address}/players?q=${encodeURIComponent(subject)}`);
  await first(page).click();
  await page.getByRole("region", { name: "Details" }).waitFor();
}

/** A new report on its page. */
async function openReport(page) {
  await openSubject(page);
  await page.getByRole("button", { name: "Create report" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Create report" }).click();
  await page.getByRole("dialog").getByRole("link", { name: "Open report" }).click();
  await page.getByRole("heading", { name: "Recommendation", exact: true }).waitFor();
}

/** The evidence of the first comparing sentence, or of the first sentence. */
async function openEvidence(page) {
  await openReport(page);
  const sentences = page.locator("p > [role='button']");
  const ranked = sentences.filter({ hasText: /\bof \d+/ });
  await ((await ranked.count()) ? ranked : sentences).first().click();
}

/** A report scrolled to its charts. */
async function openCharts(page) {
  await openReport(page);
  await page
    .getByRole("heading", { name: "Market value" })
    .evaluate((heading) => heading.scrollIntoView({ block: "start" }));
}

await picture("players", { viewport: WIDE }, (page) => first(page).waitFor());
await picture("report", { viewport: WIDE }, openEvidence);
await picture("report-charts", { viewport: WIDE, colorScheme: "dark" }, openCharts);
await picture("report-phone", { viewport: PHONE, hasTouch: true }, openEvidence);
await picture("player", { viewport: WIDE }, openSubject);
await picture("phone", { viewport: PHONE, hasTouch: true }, (page) => first(page).waitFor());
await picture("dark", { viewport: WIDE, colorScheme: "dark" }, async (page) => {
  await page.getByRole("checkbox", { name: /^Midfielder/ }).check();
  await page.getByLabel("Age, max").fill("23");
  await page.getByLabel("Age, max").press("Enter");
  await page.getByText("Age ≤ 23").waitFor();
});
await browser.close();
