import { capitalised, plural } from "./words";

export type Verdict =
  | "follow_up"
  | "keep_watching"
  | "insufficient_evidence"
  | "not_applicable"
  | "sign"
  | "monitor"
  | "reject";
export type Confidence = "low" | "medium" | "high";
export type OldSectionName = "summary" | "strengths" | "weaknesses" | "risks" | "recommendation";
export type BriefResult = "met" | "partly_met" | "missed" | "unknown";
export type Tone = "good" | "warn" | "bad" | "plain";

export const VERDICTS: Record<Verdict, string> = {
  follow_up: "Follow up",
  keep_watching: "Keep watching",
  insufficient_evidence: "Insufficient evidence",
  not_applicable: "Not applicable",
  sign: "Sign",
  monitor: "Monitor",
  reject: "Reject",
};

export const VERDICT_TONES: Record<Verdict, Tone> = {
  follow_up: "good",
  keep_watching: "warn",
  insufficient_evidence: "plain",
  not_applicable: "plain",
  sign: "good",
  monitor: "warn",
  reject: "bad",
};

export const BRIEF_RESULTS: Record<BriefResult, string> = {
  met: "Met",
  partly_met: "Partly met",
  missed: "Missed",
  unknown: "Not known",
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

/** Who wrote a report: `Built-in planner`, `gpt-9 (OpenAI)`. */
export function writer({ source, model }: Author): string {
  return isBuiltIn({ source }) ? capitalised(model) : `${model} (${PROVIDERS[source] ?? source})`;
}

interface Counts {
  checked: number;
  cut: number;
}

/** False for a report from before claims were checked, which has none. */
export const wasChecked = ({ checked, cut }: Counts) => checked + cut > 0;

/** Of an old report: `21 of 23 claims checked`. */
export function checkedText({ checked, cut }: Counts): string {
  if (!wasChecked({ checked, cut })) return "Not checked";
  return `${String(checked)} of ${plural(checked + cut, "claim")} checked`;
}

/** What a list says about the text of a report; only old ones have sentences removed. */
export function lengthText({ sentences, checked, cut }: Counts & { sentences: number }): string {
  if (sentences > 0) return plural(sentences, "sentence");
  return checkedText({ checked, cut }) + (cut > 0 ? `, ${String(cut)} removed` : "");
}
