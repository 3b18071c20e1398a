export interface ReportSection {
  title: string;
  body: string;
}

export interface SplitReport {
  /** The text before the first heading. */
  opening: string;
  sections: ReportSection[];
}

/** Splits a report's Markdown at its headings of levels 1 and 2. */
export function splitReport(markdown: string): SplitReport {
  const [opening = "", ...parts] = markdown.split(/^#{1,2}[ \t]+/m);
  const sections = parts.map((part) => {
    const [title = "", ...body] = part.split("\n");
    return { title: title.replace(/[#\s]+$/, ""), body: body.join("\n").trim() };
  });
  return { opening: opening.trim(), sections };
}
