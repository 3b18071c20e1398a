// Runs Lighthouse on the built app and measures interactions with the list:
//   npm run lighthouse -- http://localhost:3000
import lighthouse, { desktopConfig } from "lighthouse";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { launchOptions, token } from "./browser.mjs";
import { interactions } from "./interactions.mjs";

const address = (process.argv[2] ?? "http://localhost:3000").replace(/\/$/, "");
const CATEGORIES = ["performance", "accessibility", "best-practices"];
const METRICS = [
  "first-contentful-paint",
  "largest-contentful-paint",
  "total-blocking-time",
  "cumulative-layout-shift",
  "speed-index",
];
const LIMIT_MS = 200;

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** One run in its own browser. */
async function run(path, device, signIn) {
  const port = await freePort();
  const profile = await mkdtemp(join(tmpdir(), "lighthouse-"));
  const args = [...launchOptions.args, `--remote-debugging-port=${port}`];
  const context = await chromium.launchPersistentContext(profile, { ...launchOptions, args });
  if (signIn) {
    const page = await context.newPage();
    await page.goto(`${address}/favicon.svg`);
    await page.evaluate(
      (value) => localStorage.setItem("access_token", value),
      await token(address),
    );
    await page.close();
  }
  const flags = { port, onlyCategories: CATEGORIES, disableStorageReset: true, logLevel: "error" };
  const config = device === "desktop" ? desktopConfig : undefined;
  const { lhr } = await lighthouse(`${address}${path}`, flags, config);
  await context.close();
  await rm(profile, { recursive: true, force: true });
  return lhr;
}

function print(title, { categories, audits }) {
  const scores = CATEGORIES.map((name) => `${name} ${Math.round(categories[name].score * 100)}`);
  const metrics = METRICS.map((name) => `${name} ${audits[name].displayValue}`);
  console.log(`${title}\n  ${scores.join(", ")}\n  ${metrics.join(", ")}`);
  for (const name of CATEGORIES) {
    for (const { id, weight } of categories[name].auditRefs) {
      const { score, title: words } = audits[id];
      if (weight > 0 && score !== null && score < 0.9) console.log(`    ${id} ${score}: ${words}`);
    }
  }
}

const { total } = await (await fetch(`${address}/api/players?limit=1`)).json();
console.log(`${address} with ${total} players`);
for (const device of ["desktop", "mobile"]) {
  print(`The list, ${device}`, await run("/players", device, true));
  print(`The login, ${device}`, await run("/", device, false));
}
let tooSlow = false;
for (const slowdown of [1, 4]) {
  const slowest = await interactions(address, slowdown);
  for (const [step, duration] of Object.entries(slowest)) {
    tooSlow ||= duration >= LIMIT_MS;
    console.log(`To the next paint, ${step}, CPU throttled ${slowdown}×: ${duration} ms`);
  }
}
process.exit(tooSlow ? 1 : 0);
