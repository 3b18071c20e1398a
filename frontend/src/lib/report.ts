export interface ReportSection {
  title: string;
  body: string;
}

export interface SplitReport {
  /** What stands before the first heading, such as a note on who wrote it. */
  opening: string;
  sections: ReportSection[];
}

/** A report's Markdown cut at its headings of the first two levels. */
export function splitReport(markdown: string): SplitReport {
  const [opening = "", ...parts] = markdown.split(/^#{1,2}[ \t]+/m);
  const sections = parts.map((part) => {
    const [title = "", ...body] = part.split("\n");
    return { title: title.replace(/[#\s]+$/, ""), body: body.join("\n").trim() };
  });
  return { opening: opening.trim(), sections };
}
