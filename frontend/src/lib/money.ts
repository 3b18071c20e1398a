const UNITS = [
  { size: 1e9, suffix: "bn" },
  { size: 1e6, suffix: "m" },
  { size: 1e3, suffix: "k" },
] as const;

/** Whole euros as football writes them: €180m, €2.5m, €850k. */
export function money(euros: number): string {
  const index = UNITS.findIndex(({ size }) => euros >= size);
  const unit = UNITS[index];
  if (!unit) return `€${String(euros)}`;
  const rounded = round(euros / unit.size);
  const above = UNITS[index - 1];
  // 999,999 rounds up to 1000k, which is written €1m.
  return rounded >= 1000 && above ? `€1${above.suffix}` : `€${String(rounded)}${unit.suffix}`;
}

const round = (value: number) => (value < 100 ? Math.round(value * 100) / 100 : Math.round(value));

const FORM = /^€?\s*(\d+(?:[.,]\d+)?)\s*(bn|m|mio|k|th)?$/i;
const FACTORS: Record<string, number> = { bn: 1e9, m: 1e6, mio: 1e6, k: 1e3, th: 1e3 };

/** "180M", "€850k", "1.2m", "2,500,000" as whole euros; undefined for anything else. */
export function parseMoney(text: string): number | undefined {
  const ungrouped = text.trim().replace(/(?<=\d)[,.  ](?=\d{3}(?:\D|$))/g, "");
  const match = FORM.exec(ungrouped);
  if (!match?.[1]) return undefined;
  const factor = FACTORS[match[2]?.toLowerCase() ?? ""] ?? 1;
  return Math.round(Number(match[1].replace(",", ".")) * factor);
}
