import { contractWords } from "@/lib/contractFilter";
import { money } from "@/lib/money";
import type { MetricsByKey } from "@/lib/figures";
import type { PlayerSearch } from "@/lib/playerSearch";
import { notSeenSince } from "@/lib/seasons";
import { parseStatFilter, statFilterWords } from "@/lib/statFilter";
import { footWord, grouped, statusWord } from "@/lib/words";
import type { StatusFilter } from "@/lib/words";

export interface Chip {
  key: string;
  label: string;
  /** The change that removes the filter. */
  removal: Partial<PlayerSearch>;
}

type ListName = "country" | "club" | "league" | "status" | "position" | "sub_position" | "foot";

function listChips<N extends ListName>(
  search: PlayerSearch,
  name: N,
  labelOf: (value: NonNullable<PlayerSearch[N]>[number]) => string = String,
): Chip[] {
  const values = (search[name] ?? []) as NonNullable<PlayerSearch[N]>[number][];
  return values.map((value) => {
    const others = values.filter((other) => other !== value);
    return {
      key: `${name}:${value}`,
      label: labelOf(value),
      removal: { [name]: others.length ? others : undefined },
    };
  });
}

const statusChip = (status: StatusFilter) =>
  status === "unknown" ? "Status unknown" : statusWord(status);

function rangeLabel(name: string, low: string | undefined, high: string | undefined): string {
  if (low !== undefined && high !== undefined) return `${name} ${low}–${high}`;
  return low !== undefined ? `${name} ≥ ${low}` : `${name} ≤ ${String(high)}`;
}

/** One chip per range of a metric. */
function statChips(search: PlayerSearch, metrics: MetricsByKey): Chip[] {
  const texts = search.stat ?? [];
  return texts.flatMap((text, index) => {
    const filter = parseStatFilter(text);
    if (!filter) return [];
    const [first, ...others] = texts.filter((_, at) => at !== index);
    return {
      key: `stat:${String(index)}:${text}`,
      label: statFilterWords(filter, metrics),
      removal: { stat: first === undefined ? undefined : [first, ...others] },
    };
  });
}

/** One chip for every active filter. `since`: see `useSeenSince`. */
export function filterChips(
  search: PlayerSearch,
  metrics: MetricsByKey,
  since: number | undefined,
): Chip[] {
  const { q, age_min, age_max, value_min, value_max } = search;
  const euros = (value: number | undefined) => (value === undefined ? undefined : money(value));
  const chips: Chip[] = [
    ...listChips(search, "position"),
    ...listChips(search, "sub_position"),
    ...listChips(search, "status", statusChip),
    ...listChips(search, "foot", (foot) => `${footWord(foot)} foot`),
    ...listChips(search, "country"),
    ...listChips(search, "club"),
    ...listChips(search, "league"),
  ];
  if (q) chips.unshift({ key: "q", label: `“${q}”`, removal: { q: undefined } });
  if (age_min !== undefined || age_max !== undefined) {
    chips.push({
      key: "age",
      label: rangeLabel("Age", age_min?.toString(), age_max?.toString()),
      removal: { age_min: undefined, age_max: undefined },
    });
  }
  if (value_min !== undefined || value_max !== undefined) {
    chips.push({
      key: "value",
      label: rangeLabel("Market value", euros(value_min), euros(value_max)),
      removal: { value_min: undefined, value_max: undefined },
    });
  }
  const contract = contractWords(search);
  if (contract) {
    chips.push({
      key: "contract",
      label: contract,
      removal: { contract: undefined, contract_from: undefined, contract_to: undefined },
    });
  }
  if (search.minutes_min !== undefined) {
    chips.push({
      key: "minutes",
      label: rangeLabel("Minutes", grouped(search.minutes_min), undefined),
      removal: { minutes_min: undefined },
    });
  }
  chips.push(...statChips(search, metrics));
  if (search.not_seen && since !== undefined) {
    chips.push({
      key: "not_seen",
      label: `Including players not seen since ${notSeenSince(since)}`,
      removal: { not_seen: undefined },
    });
  }
  return chips;
}
