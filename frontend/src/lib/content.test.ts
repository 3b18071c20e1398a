import { expect, it } from "vitest";
import { citations, dataDates, moreFacts } from "./content";
import type { Content, Fact } from "./content";
import type { Evidence } from "./evidence";

const cited = (...evidence: string[]) => ({ text: "A sentence.", evidence });
const fact = (id: string, topic: string, used: boolean): Fact => ({
  id,
  topic,
  used,
  ...cited(`of.${id}`),
});

const CONTENT: Content = {
  answer: { reasons: [cited("age"), cited("value.now")] },
  sections: [
    { name: "summary", paragraphs: [[cited("club"), cited("foot")], [cited("height")]] },
    { name: "market", paragraphs: [[cited()]] },
  ],
  brief: [cited("age", "peak.from")],
  facts: [fact("b", "playing_time", false), fact("a", "market", false), fact("c", "market", true)],
};

it("knows the evidence of every sentence and fact", () => {
  expect([...citations(CONTENT)]).toEqual([
    ["reason.0", ["age"]],
    ["reason.1", ["value.now"]],
    ["brief.0", ["age", "peak.from"]],
    ["section.summary.0.0", ["club"]],
    ["section.summary.0.1", ["foot"]],
    ["section.summary.1.0", ["height"]],
    ["section.market.0.0", []],
    ["fact.b", ["of.b"]],
    ["fact.a", ["of.a"]],
    ["fact.c", ["of.c"]],
  ]);
});

it("groups the facts that no sentence states by topic", () => {
  const topics = moreFacts([...CONTENT.facts, fact("d", "playing_time", false)]);
  expect(topics.map(({ topic, facts }) => [topic, facts.map(({ id }) => id)])).toEqual([
    ["Playing time", ["b", "d"]],
    ["Market", ["a"]],
  ]);
});

it("says how old the data of each source is", () => {
  const item = (id: string, fields: Partial<Evidence>): Evidence => ({
    id,
    label: id,
    unit: "text",
    value: "x",
    period: null,
    as_of: null,
    source: "record",
    cohort: null,
    note: null,
    ...fields,
  });
  const dossier = {
    metrics: {},
    evidence: [
      item("age", { as_of: "2026-11-27" }),
      item("club", { as_of: "2025-06-13" }),
      item("value.latest", { as_of: "2022-11-03" }),
      item("season.2024.goals", { period: "2024/25", provider: "fbref", as_of: "2025-07-01" }),
      item("season.2025.goals", { period: "2025/26", provider: "fbref", as_of: "2026-02-01" }),
      item("wyscout.2025.goals", { period: "2025/26", provider: "wyscout" }),
      item("replaced.season.2026.goals", { period: "2026/27", provider: "fbref" }),
    ],
  };
  expect(dataDates(dossier, (key) => key.toUpperCase())).toEqual([
    "Player data 13 Jun 2025",
    "Latest valuation 3 Nov 2022",
    "FBREF 2025/26 (1 Feb 2026)",
    "WYSCOUT 2025/26",
  ]);
  expect(dataDates({ metrics: {}, evidence: [] }, String)).toEqual([]);
});
