import { plural } from "./words";

export type Verdict = "sign" | "monitor" | "reject" | "insufficient_evidence";
export type Confidence = "low" | "medium" | "high";
export type SectionName = "summary" | "strengths" | "weaknesses" | "risks" | "recommendation";

export const SECTIONS: readonly SectionName[] = [
  "summary", "strengths", "weaknesses", "risks", "recommendation",
]; // prettier-ignore

const VERDICTS: Record<Verdict, string> = {
  sign: "Sign",
  monitor: "Monitor",
  reject: "Reject",
  insufficient_evidence: "Insufficient evidence",
};

export const verdictWord = (verdict: Verdict) => VERDICTS[verdict];

export const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

const PROVIDERS: Partial<Record<string, string>> = {
  gemini: "Gemini",
  openai: "OpenAI",
  anthropic: "Anthropic",
  local: "a local server",
};

interface Written {
  source: string;
  model: string;
}

export const isBuiltIn = ({ source }: Pick<Written, "source">) => source === "simulated";

/** Who wrote a report, in a few words. */
export function writer({ source, model }: Written): string {
  return isBuiltIn({ source }) ? "Built-in writer" : `${model} (${PROVIDERS[source] ?? source})`;
}

interface Counts {
  checked: number;
  cut: number;
}

/** A report from before claims were checked has none. */
export const wasChecked = ({ checked, cut }: Counts) => checked + cut > 0;

export function checkedWords({ checked, cut }: Counts): string {
  if (!wasChecked({ checked, cut })) return "Not checked";
  return `${String(checked)} of ${plural(checked + cut, "claim")} checked`;
}
