// Shared by the scripts that use a running app.
import { chromium } from "@playwright/test";

export const launchOptions = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
};

/** A token for the given account, by default the one of a new installation. */
export async function token(address) {
  const username = process.env.DESK_USERNAME ?? "admin";
  const password = process.env.DESK_PASSWORD ?? "admin123";
  const body = new URLSearchParams({ username, password });
  const answer = await fetch(`${address}/api/token`, { method: "POST", body });
  if (!answer.ok) throw new Error(`Cannot sign in at ${address}: HTTP ${answer.status}`);
  return (await answer.json()).access_token;
}

/** A browser context that is signed in. */
export async function signedIn(browser, address, options = {}) {
  const localStorage = [{ name: "access_token", value: await token(address) }];
  const storageState = { cookies: [], origins: [{ origin: address, localStorage }] };
  return browser.newContext({ storageState, reducedMotion: "reduce", locale: "en-GB", ...options });
}

export const launch = () => chromium.launch(launchOptions);
