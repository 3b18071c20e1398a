import { z } from "./zod";

const id = z.guid();

export const isReportId = (text: string) => id.safeParse(text).success;

// Parameters arrive as lists of strings; an invalid one is ignored.
const schema = z.object({
  /** The report that this one is compared with. */
  compare: z
    .preprocess((value) => [value].flat()[0], id)
    .optional()
    .catch(undefined),
});

/** The state in a report's address. */
export type ReportSearch = z.output<typeof schema>;

export const parseReportSearch = (raw: Record<string, unknown>): ReportSearch => schema.parse(raw);
