import { day } from "@/lib/dates";
import { money } from "@/lib/money";
import type { PlayerSearch } from "@/lib/playerSearch";
import { footWord, statusWord } from "@/lib/words";

export interface Chip {
  key: string;
  words: string;
  /** What taking it away changes. */
  without: Partial<PlayerSearch>;
}

type ListName = "country" | "club" | "league" | "status" | "position" | "sub_position" | "foot";

function each<N extends ListName>(
  search: PlayerSearch,
  name: N,
  words: (value: NonNullable<PlayerSearch[N]>[number]) => string = String,
): Chip[] {
  const values = (search[name] ?? []) as NonNullable<PlayerSearch[N]>[number][];
  return values.map((value) => {
    const others = values.filter((one) => one !== value);
    return {
      key: `${name}:${value}`,
      words: words(value),
      without: { [name]: others.length ? others : undefined },
    };
  });
}

function range(name: string, low: string | undefined, high: string | undefined): string {
  if (low !== undefined && high !== undefined) return `${name} ${low}–${high}`;
  return low !== undefined ? `${name} from ${low}` : `${name} to ${String(high)}`;
}

/** Every filter in force, in words. */
export function chips(search: PlayerSearch): Chip[] {
  const { q, age_min, age_max, value_min, value_max, contract_before } = search;
  const euros = (value: number | undefined) => (value === undefined ? undefined : money(value));
  const found: Chip[] = [
    ...each(search, "position"),
    ...each(search, "sub_position"),
    ...each(search, "status", statusWord),
    ...each(search, "foot", (foot) => `${footWord(foot)} foot`),
    ...each(search, "country"),
    ...each(search, "club"),
    ...each(search, "league"),
  ];
  if (q) found.unshift({ key: "q", words: `“${q}”`, without: { q: undefined } });
  if (age_min !== undefined || age_max !== undefined) {
    found.push({
      key: "age",
      words: range("Age", age_min?.toString(), age_max?.toString()),
      without: { age_min: undefined, age_max: undefined },
    });
  }
  if (value_min !== undefined || value_max !== undefined) {
    found.push({
      key: "value",
      words: range("Value", euros(value_min), euros(value_max)),
      without: { value_min: undefined, value_max: undefined },
    });
  }
  if (contract_before) {
    found.push({
      key: "contract",
      words: `Contract ends before ${day(contract_before)}`,
      without: { contract_before: undefined },
    });
  }
  return found;
}
