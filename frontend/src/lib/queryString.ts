/** Query parameters by name. */
export type Query = Record<string, string[]>;

/** Parses `?country=Spain&country=France&page=2`, the same format as the API's. */
export function parseQuery(search: string): Query {
  const query: Query = {};
  for (const [name, value] of new URLSearchParams(search)) (query[name] ??= []).push(value);
  return query;
}

export function writeQuery(values: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (typeof one === "string" || typeof one === "number") query.append(name, String(one));
    }
  }
  const written = query.toString();
  return written ? `?${written}` : "";
}
