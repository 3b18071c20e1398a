// Pictures of a running app for the documentation:
//   npm run screenshots -- http://localhost:3000
import { mkdir } from "node:fs/promises";
import { launch, signedIn } from "./browser.mjs";

const address = (process.argv[2] ?? "http://localhost:3000").replace(/\/$/, "");
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

async function openFirst(page) {
  await first(page).click();
  await page.getByRole("region", { name: "Record" }).waitFor();
}

async function scoutFirst(page) {
  await openFirst(page);
  await page.getByRole("button", { name: "Scout", exact: true }).click();
  await page.getByText("Completed in").waitFor();
}

await picture("players", { viewport: WIDE }, (page) => first(page).waitFor());
await picture("report", { viewport: WIDE }, scoutFirst);
await picture("player", { viewport: WIDE }, openFirst);
await picture("phone", { viewport: PHONE, hasTouch: true }, (page) => first(page).waitFor());
await picture("dark", { viewport: WIDE, colorScheme: "dark" }, async (page) => {
  await page.getByRole("checkbox", { name: /^Midfielder/ }).check();
  await page.getByLabel("Oldest age").fill("23");
  await page.getByLabel("Oldest age").press("Enter");
  await page.getByText("Age to 23").waitFor();
});
await browser.close();
