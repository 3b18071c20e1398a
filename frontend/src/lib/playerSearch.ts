import { z } from "./zod";
import { MAX_AGE } from "./ages";
import { CONTRACT_CHOICES } from "./contractFilter";
import { parseFigure } from "./figures";
import { parseStatFilter } from "./statFilter";
import { FEET, POSITIONS, STATUS_FILTERS } from "./words";

export const PAGE_SIZES = [20, 30, 50] as const;
export const DEFAULT_LIMIT = 20;
export const SORTABLE = [
  "full_name", "sub_position", "age", "country", "current_team", "league", "foot", "height_cm",
  "contract_until", "market_value", "highest_market_value", "status", "updated_at",
] as const; // prettier-ignore

const MAX_VALUE = 10_000_000_000;
export const MAX_MINUTES = 10_000;
const MAX_ID = 2 ** 31 - 1;
const MAX_STATS = 20;

/** A column's name or a metric's figure, with - for descending. */
const isSort = (text: string) => {
  const name = text.replace(/^-/, "");
  return SORTABLE.some((known) => known === name) || isStatSort(text);
};
const isStatSort = (sort: string) => parseFigure(sort.replace(/^-/, "")) !== undefined;

// Every parameter arrives as a list of strings. An invalid one is ignored: anybody may have typed it.
const many = <T extends z.ZodType>(item: T, most = 1000) =>
  z.array(item).nonempty().max(most).optional().catch(undefined);
const single = <T extends z.ZodType<unknown, string>>(item: T) =>
  z
    .array(z.string())
    .transform(([first = ""]) => first)
    .pipe(item)
    .optional()
    .catch(undefined);
const text = z.string().min(1).max(120);
const whole = (min: number, max: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(min).max(max));

/** What a list of players is filtered by, its order and its page: the state in the address. */
const schema = z.object({
  q: single(text),
  country: many(text),
  club: many(text),
  league: many(text),
  status: many(z.enum(STATUS_FILTERS)),
  position: many(z.enum(POSITIONS)),
  sub_position: many(text),
  foot: many(z.enum(FEET)),
  age_min: single(whole(0, MAX_AGE)),
  age_max: single(whole(0, MAX_AGE)),
  value_min: single(whole(0, MAX_VALUE)),
  value_max: single(whole(0, MAX_VALUE)),
  contract: single(z.enum(CONTRACT_CHOICES)),
  contract_from: single(z.iso.date()),
  contract_to: single(z.iso.date()),
  /** The id of the season of the statistics. */
  season: single(whole(1, MAX_ID)),
  minutes_min: single(whole(0, MAX_MINUTES)),
  stat: many(z.string().refine(parseStatFilter), MAX_STATS),
  /** Players not seen recently are hidden unless this is "show". */
  not_seen: single(z.literal("show")),
  sort: single(z.string().refine(isSort)),
  // The first page and the default size are not written into the address.
  page: single(whole(2, 1_000_000)),
  limit: single(z.literal(["30", "50"]).transform(Number)),
});

export type PlayerSearch = z.output<typeof schema>;

export function parsePlayerSearch(raw: Record<string, unknown>): PlayerSearch {
  const lists = Object.entries(raw)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, [value].flat().map(String)]);
  const search = schema.parse(Object.fromEntries(lists));
  // Statistics are those of a season.
  return search.season === undefined ? { ...search, ...withoutSeason(search) } : search;
}

/** The change that removes the season and all that depends on it. */
export const withoutSeason = ({ sort }: PlayerSearch): Partial<PlayerSearch> => ({
  season: undefined,
  minutes_min: undefined,
  stat: undefined,
  sort: sort !== undefined && isStatSort(sort) ? undefined : sort,
});

const FILTERS = [
  "q", "country", "club", "league", "status", "position", "sub_position", "foot", "age_min",
  "age_max", "value_min", "value_max", "contract", "contract_from", "contract_to", "minutes_min",
  "stat",
] as const; // prettier-ignore

export const hasFilters = (search: PlayerSearch) =>
  FILTERS.some((name) => search[name] !== undefined);

/** The change that removes every filter; season, order and page size stay. */
export const NO_FILTERS: Partial<PlayerSearch> = Object.fromEntries(
  [...FILTERS, "not_seen"].map((name) => [name, undefined]),
);

/** The order of the list: highest value first, or best match for a search. */
export function effectiveSort({ sort, q }: PlayerSearch): string | undefined {
  return sort ?? (q ? undefined : "-market_value");
}
