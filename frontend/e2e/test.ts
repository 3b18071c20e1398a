import { test as base, expect } from "@playwright/test";
import type { Page } from "@playwright/test";
import { Api } from "./api.ts";
import type { Account } from "./api.ts";

export { expect };
export { unique } from "./api.ts";

interface Fixtures {
  api: Api;
  /** An account of the test's own, whose password it may change. */
  account: Account;
  /** Signed in as an account that the tests of a worker share. */
  signedIn: Page;
  /** Signed in as `account`. */
  signedInAlone: Page;
}

const sharedAccounts = new Map<string, Promise<Account>>();

export const test = base.extend<Fixtures & { clean: undefined }>({
  api: async ({ request, baseURL }, use) => {
    await use(new Api(request, baseURL ?? ""));
  },
  account: async ({ api }, use) => {
    await use(await api.createAccount());
  },
  signedIn: async ({ page, api, baseURL }, use) => {
    const url = baseURL ?? "";
    const account = sharedAccounts.get(url) ?? api.createAccount();
    sharedAccounts.set(url, account);
    await signIn(page, url, await api.token(await account));
    await use(page);
  },
  signedInAlone: async ({ page, api, account, baseURL }, use) => {
    await signIn(page, baseURL ?? "", await api.token(account));
    await use(page);
  },
  // No test may cause a script error or break the content security policy.
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

/** Creates a report with the brief that the open dialog has. */
export async function submitBrief(page: Page) {
  await page.getByRole("dialog").getByRole("button", { name: "Create report" }).click();
}

/** Stores a token as a login does; the next page opened is signed in. */
export async function signIn(page: Page, url: string, token: string) {
  await page.goto(`${url}/favicon.svg`);
  await page.evaluate((value) => {
    localStorage.setItem("access_token", value);
  }, token);
}
