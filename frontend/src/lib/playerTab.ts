import { z } from "./zod";

const first = <T extends z.ZodType>(item: T) =>
  z
    .preprocess((value) => [value].flat()[0], item)
    .optional()
    .catch(undefined);

// Parameters arrive as lists of strings; an invalid one is ignored. Defaults are not written.
const schema = z.object({
  tab: first(z.literal("reports")),
  /** Of the seasons: a provider, a group of metrics, and rates instead of totals. */
  provider: first(z.string().max(40)),
  group: first(z.string().max(40)),
  basis: first(z.literal("per_90")),
  /** Of the percentiles: the id of the season, and the cohort. */
  season: first(z.coerce.number().int().positive()),
  scope: first(z.literal("league")),
});

/** The state in a player's address. */
export type PlayerTabSearch = z.output<typeof schema>;

export const parsePlayerTabSearch = (raw: Record<string, unknown>): PlayerTabSearch =>
  schema.parse(raw);
