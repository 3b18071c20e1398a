/** What the address of a report says besides which it is. */
export interface ReportSearch {
  /** The report it is compared with. */
  compare?: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const isReportId = (text: string) => UUID.test(text);

/** A search from an address that anybody may have written: what makes no sense is left out. */
export function readReportSearch(raw: Record<string, unknown>): ReportSearch {
  const compare = [raw.compare].flat()[0];
  return typeof compare === "string" && isReportId(compare) ? { compare } : {};
}
