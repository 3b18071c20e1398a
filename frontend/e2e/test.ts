import { test as base, expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { Desk } from "./desk.ts";
import type { Account } from "./desk.ts";

export { expect };
export { unique } from "./desk.ts";

interface Fixtures {
  desk: Desk;
  /** A person of this test's own. */
  account: Account;
  /** Signed in as `account`. */
  signedIn: Page;
}

export const test = base.extend<Fixtures & { clean: undefined }>({
  desk: async ({ request, baseURL }, use) => {
    await use(new Desk(request, baseURL ?? ""));
  },
  account: async ({ desk }, use) => {
    await use(await desk.createAccount());
  },
  signedIn: async ({ page, desk, account, baseURL }, use) => {
    await signIn(page, baseURL ?? "", await desk.token(account));
    await use(page);
  },
  // No test may leave an error of a script, or a broken content security policy, behind.
  clean: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.message));
      page.on("console", (message) => {
        if (message.text().includes("Content Security Policy")) errors.push(message.text());
      });
      await use(undefined);
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
});

/** Puts a token where a login would have put it; the next page opened is behind the gate. */
export async function signIn(page: Page, url: string, token: string) {
  await page.goto(`${url}/favicon.svg`);
  await page.evaluate((value) => {
    localStorage.setItem("access_token", value);
  }, token);
}
