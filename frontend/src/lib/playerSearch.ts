import { FEET, POSITIONS, STATUSES } from "./words";
import type { Foot, Position, Status } from "./words";

/** What a list of players is narrowed to, its order and its page: the state in the address. */
export interface PlayerSearch {
  q?: string;
  country?: string[];
  club?: string[];
  league?: string[];
  status?: Status[];
  position?: Position[];
  sub_position?: string[];
  foot?: Foot[];
  age_min?: number;
  age_max?: number;
  value_min?: number;
  value_max?: number;
  contract_before?: string;
  sort?: string;
  page?: number;
  limit?: number;
}

export const PAGE_SIZES = [20, 30, 50] as const;
export const DEFAULT_LIMIT = 20;
export const SORTABLE = [
  "full_name", "sub_position", "age", "country", "current_team", "league", "foot", "height_cm",
  "contract_until", "market_value", "highest_market_value", "status", "updated_at",
] as const; // prettier-ignore
const DAY = /^\d{4}-\d{2}-\d{2}$/;

type Raw = Record<string, unknown>;

function strings(raw: Raw, name: string): string[] {
  const value = raw[name];
  const all = Array.isArray(value) ? (value as unknown[]) : [value];
  return all.filter((one) => one !== undefined && one !== null && one !== "").map(String);
}

function texts(raw: Raw, name: string): string[] | undefined {
  const found = strings(raw, name).filter((text) => text.length <= 120);
  return found.length ? found : undefined;
}

function oneOf<T extends string>(raw: Raw, name: string, allowed: readonly T[]): T[] | undefined {
  const found = allowed.filter((value) => strings(raw, name).includes(value));
  return found.length ? found : undefined;
}

function whole(raw: Raw, name: string, min: number, max: number): number | undefined {
  const text = strings(raw, name)[0];
  const value = Number(text);
  return text && Number.isInteger(value) && value >= min && value <= max ? value : undefined;
}

/** A search from an address that anybody may have written: what makes no sense is left out. */
export function readPlayerSearch(raw: Raw): PlayerSearch {
  const sort = strings(raw, "sort")[0];
  const limit = whole(raw, "limit", 1, 100);
  const page = whole(raw, "page", 1, 1_000_000);
  const before = strings(raw, "contract_before")[0];
  const found: PlayerSearch = {
    q: strings(raw, "q")[0]?.slice(0, 120),
    country: texts(raw, "country"),
    club: texts(raw, "club"),
    league: texts(raw, "league"),
    status: oneOf(raw, "status", STATUSES),
    position: oneOf(raw, "position", POSITIONS),
    sub_position: texts(raw, "sub_position"),
    foot: oneOf(raw, "foot", FEET),
    age_min: whole(raw, "age_min", 0, 120),
    age_max: whole(raw, "age_max", 0, 120),
    value_min: whole(raw, "value_min", 0, 10_000_000_000),
    value_max: whole(raw, "value_max", 0, 10_000_000_000),
    contract_before: before && DAY.test(before) ? before : undefined,
    sort: SORTABLE.some((name) => name === sort?.replace(/^-/, "")) ? sort : undefined,
    page: page === 1 ? undefined : page,
    limit: PAGE_SIZES.some((size) => size === limit && size !== DEFAULT_LIMIT) ? limit : undefined,
  };
  return withoutEmpty(found);
}

function withoutEmpty(search: PlayerSearch): PlayerSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}

const FILTERS = [
  "q", "country", "club", "league", "status", "position", "sub_position", "foot",
  "age_min", "age_max", "value_min", "value_max", "contract_before",
] as const; // prettier-ignore

export const hasFilters = (search: PlayerSearch) =>
  FILTERS.some((name) => search[name] !== undefined);

/** The change that takes every filter away; order and page size stay. */
export const NO_FILTERS: Partial<PlayerSearch> = Object.fromEntries(
  FILTERS.map((name) => [name, undefined]),
);

/** The order in force: the dearest first, or the closest to a search. */
export function effectiveSort({ sort, q }: PlayerSearch): string | undefined {
  return sort ?? (q ? undefined : "-market_value");
}
