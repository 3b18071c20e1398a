import { byGroup, keyLabel } from "./metrics";
import { day } from "./dates";
import { isReplaced } from "./evidence";
import type { Dossier } from "./evidence";

interface Cited {
  text: string;
  evidence: string[];
}

export interface Fact extends Cited {
  id: string;
  topic: string;
  /** Whether the report states it. */
  used: boolean;
}

/** A report as data, as far as its text needs it. */
export interface Content {
  answer: { reasons: Cited[] };
  sections: { name: string; paragraphs: Cited[][] }[];
  brief: Cited[];
  facts: Fact[];
}

/** The ids by which the parts of a report select their evidence. */
export const sentenceIds = {
  reason: (index: number) => `reason.${String(index)}`,
  brief: (index: number) => `brief.${String(index)}`,
  section: (name: string, paragraph: number, index: number) =>
    `section.${name}.${String(paragraph)}.${String(index)}`,
  fact: (id: string) => `fact.${id}`,
};

/** The ids of the evidence of every sentence. */
export function citations(content: Content): ReadonlyMap<string, string[]> {
  const { answer, sections, brief, facts } = content;
  return new Map([
    ...answer.reasons.map((one, index) => [sentenceIds.reason(index), one.evidence] as const),
    ...brief.map((one, index) => [sentenceIds.brief(index), one.evidence] as const),
    ...sections.flatMap(({ name, paragraphs }) =>
      paragraphs.flatMap((sentences, paragraph) =>
        sentences.map(
          (one, index) => [sentenceIds.section(name, paragraph, index), one.evidence] as const,
        ),
      ),
    ),
    ...facts.map((one) => [sentenceIds.fact(one.id), one.evidence] as const),
  ]);
}

/** The facts that no sentence states, by topic. */
export function moreFacts<T extends Fact>(facts: readonly T[]): { topic: string; facts: T[] }[] {
  const left = facts.filter(({ used }) => !used);
  return byGroup(left, ({ topic }) => topic).map(([topic, of]) => ({
    topic: keyLabel(topic),
    facts: of,
  }));
}

const RECORD_IDS = ["club", "status", "value.now", "contract.until"];

/** How old the data of a report is: `Player data 13 Jun 2025`, `FBref 2025/26`. */
export function dataDates({ evidence }: Dossier, providerLabel: (key: string) => string): string[] {
  const record = evidence.flatMap(({ id, as_of }) =>
    as_of && RECORD_IDS.includes(id) ? [as_of] : [],
  );
  const valuation = evidence.find(({ id }) => id === "value.latest")?.as_of;
  const statistics = evidence.filter(
    ({ id, provider, period }) => provider && period && !isReplaced(id),
  );
  const recordDay = record.sort().at(-1);
  return [
    ...(recordDay ? [`Player data ${day(recordDay)}`] : []),
    ...(valuation ? [`Latest valuation ${day(valuation)}`] : []),
    ...byGroup(statistics, ({ provider }) => provider ?? "").map(([provider, items]) => {
      const period =
        items
          .map((item) => item.period ?? "")
          .sort()
          .at(-1) ?? "";
      const asOf = items
        .flatMap(({ as_of }) => as_of ?? [])
        .sort()
        .at(-1);
      return `${providerLabel(provider)} ${period}${asOf ? ` (${day(asOf)})` : ""}`;
    }),
  ];
}
