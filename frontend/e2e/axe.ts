import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import type { Page } from "@playwright/test";

/** Checks the page in the light colour scheme, and its contrast in the dark one as well. */
export async function expectNoViolation(page: Page) {
  // "target-size" is off by default, but Lighthouse asks for it.
  const all = new AxeBuilder({ page }).options({ rules: { "target-size": { enabled: true } } });
  expect(await violations(all)).toEqual([]);
  await switchTo(page, "dark");
  expect(await violations(new AxeBuilder({ page }).withRules("color-contrast"))).toEqual([]);
  await switchTo(page, "light");
}

async function violations(axe: AxeBuilder) {
  const { violations: found } = await axe.analyze();
  return found.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html) }));
}

async function switchTo(page: Page, colorScheme: "light" | "dark") {
  await page.emulateMedia({ colorScheme });
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
}
