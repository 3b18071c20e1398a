// Measures the time from an interaction with the list to the next paint.
import { launch, signedIn } from "./browser.mjs";

/** Runs in the page: records every event's time from its input to the next paint. */
function observe() {
  window.seen = [];
  new PerformanceObserver((list) => {
    for (const { interactionId, duration, name } of list.getEntries()) {
      if (interactionId) window.seen.push({ interactionId, duration, name });
    }
  }).observe({ type: "event", durationThreshold: 16, buffered: true });
}

/** A bare mouse click: looking up the element would keep the page busy. */
async function click(page, locator) {
  const { x, y, width, height } = await locator.boundingBox();
  await page.waitForTimeout(300);
  await page.mouse.click(x + width / 2, y + height / 2);
  await page.waitForTimeout(900);
}

const STEPS = {
  "typing in the search": async (page) => {
    await click(page, page.getByRole("searchbox"));
    await page.keyboard.type("fernandes silva", { delay: 90 });
    await page.waitForTimeout(900);
    await click(page, page.getByRole("button", { name: "Clear search" }));
  },
  "changing a filter": async (page) => {
    for (const name of [/^Attack/, /^Midfielder/, /^Left/]) {
      await click(page, page.getByRole("checkbox", { name }));
    }
  },
  "changing the page": async (page) => {
    const next = page.getByRole("button", { name: "Next page" });
    for (let step = 0; step < 3; step++) await click(page, next);
  },
  "changing the page of fifty": async (page) => {
    await page.getByLabel("Players per page").selectOption("50");
    await page.waitForTimeout(1500);
    await page.evaluate(() => (window.seen.length = 0));
    const next = page.getByRole("button", { name: "Next page" });
    for (let step = 0; step < 3; step++) await click(page, next);
  },
};

/** The slowest interaction of each step in milliseconds, with the CPU throttled by `slowdown`. */
export async function interactions(address, slowdown) {
  const browser = await launch();
  const context = await signedIn(browser, address, { viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(observe);
  await page.goto(`${address}/players`);
  await page.getByRole("button", { name: "Next page" }).waitFor();
  await page.getByRole("checkbox", { name: /^Attack/ }).waitFor();
  await page.waitForTimeout(1000);
  const cdp = await context.newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  const slowest = {};
  for (const [name, step] of Object.entries(STEPS)) {
    await page.evaluate(() => (window.seen.length = 0));
    await step(page);
    await page.waitForTimeout(1200);
    const seen = await page.evaluate(() => window.seen);
    slowest[name] = Math.max(0, ...seen.map(({ duration }) => duration));
  }
  await browser.close();
  return slowest;
}
