import type { Page } from "@playwright/test";
import type { StoredContent, StoredReport, StoredSentence } from "./api.ts";

export const address = (report: StoredReport) =>
  `/players/${String(report.player_id)}/reports/${report.id}`;

export function contentOf({ id, content }: StoredReport): StoredContent {
  if (!content) throw new Error(`The report ${id} has no content`);
  return content;
}

/** The sentences of the sections, in order. */
export const sentencesOf = (report: StoredReport): StoredSentence[] =>
  contentOf(report).sections.flatMap(({ paragraphs }) => paragraphs.flat());

/** The labels of a sentence's evidence. */
export const labelsOf = ({ dossier }: StoredReport, { evidence }: StoredSentence) =>
  dossier.evidence.filter(({ id }) => evidence.includes(id)).map(({ label }) => label);

/** A sentence of the sections, where it is shown. */
export const sentence = (page: Page, text: string) =>
  page.locator("p").getByRole("button", { name: text, exact: true });

/** The evidence beside the text. */
export const panel = (page: Page) => page.getByRole("complementary", { name: "Evidence" });

/** How many characters the longest line of the matching elements has. */
export function longestLine(page: Page, selector: string): Promise<number> {
  return page.evaluate((of) => {
    const lengths = [0];
    for (const node of document.querySelectorAll(of)) {
      const range = document.createRange();
      const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      let [top, length] = [NaN, 0];
      while (texts.nextNode()) {
        const text = texts.currentNode;
        for (let index = 0; index < (text.textContent?.length ?? 0); index++) {
          range.setStart(text, index);
          range.setEnd(text, index + 1);
          const { top: line, width } = range.getBoundingClientRect();
          if (width === 0) continue; // hidden
          length = Math.abs(line - top) < 2 ? length + 1 : 1;
          top = line;
          lengths.push(length);
        }
      }
    }
    return Math.max(...lengths);
  }, selector);
}
