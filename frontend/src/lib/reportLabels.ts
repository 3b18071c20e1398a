import { plural } from "./words";

export type Verdict =
  | "follow_up"
  | "keep_watching"
  | "not_applicable"
  | "sign"
  | "monitor"
  | "reject"
  | "insufficient_evidence";
export type Confidence = "low" | "medium" | "high";
export type SectionName = "summary" | "strengths" | "weaknesses" | "risks" | "recommendation";

export const VERDICTS: Record<Verdict, string> = {
  follow_up: "Follow up",
  keep_watching: "Keep watching",
  not_applicable: "Not applicable",
  sign: "Sign",
  monitor: "Monitor",
  reject: "Reject",
  insufficient_evidence: "Insufficient evidence",
};

const PROVIDERS: Partial<Record<string, string>> = {
  gemini: "Gemini",
  openai: "OpenAI",
  anthropic: "Anthropic",
  local: "local server",
};

interface Author {
  source: string;
  model: string;
}

export const isBuiltIn = ({ source }: Pick<Author, "source">) => source === "simulated";

/** Who wrote a report: `Built-in writer`, `gpt-9 (OpenAI)`. */
export function writer({ source, model }: Author): string {
  return isBuiltIn({ source }) ? "Built-in writer" : `${model} (${PROVIDERS[source] ?? source})`;
}

interface Counts {
  checked: number;
  cut: number;
}

/** False for a report from before claims were checked, which has none. */
export const wasChecked = ({ checked, cut }: Counts) => checked + cut > 0;

/** `21 of 23 claims checked`. */
export function checkedText({ checked, cut }: Counts): string {
  if (!wasChecked({ checked, cut })) return "Not checked";
  return `${String(checked)} of ${plural(checked + cut, "claim")} checked`;
}
