export const MAX_AGE = 120;

/** A typed age in whole years; undefined if the text is not an age. */
export function parseAge(text: string): number | undefined {
  const age = /^\d+$/.test(text.trim()) ? Number(text) : undefined;
  return age !== undefined && age <= MAX_AGE ? age : undefined;
}
