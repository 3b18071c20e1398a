import dayjs from "dayjs";
import customParseFormat from "dayjs/plugin/customParseFormat";

dayjs.extend(customParseFormat);

/** How dates are shown, in tables and in the inputs that edit them: 21 Jul 2000. */
export const DATE_FORMAT = "D MMM YYYY";

const ACCEPTED = [DATE_FORMAT, "DD MMM YYYY", "D MMMM YYYY", "DD MMMM YYYY", "YYYY-MM-DD"];

/** A typed date ("21 Jul 2000", "21 July 2000" or "2000-07-21") as 2000-07-21; null if invalid. */
export function parseDateInput(text: string): string | null {
  const normalized = text
    .trim()
    .replace(/\s+/g, " ")
    .replace(/\bsept\b/i, "Sep");
  const date = dayjs(titleCase(normalized), ACCEPTED, true);
  return date.isValid() ? date.format("YYYY-MM-DD") : null;
}

const titleCase = (text: string) =>
  text.replace(/[a-z]+/gi, (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase());
