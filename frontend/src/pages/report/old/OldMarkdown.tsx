import { splitReport } from "@/lib/report";
import { Markdown } from "@/components/Markdown";
import classes from "./OldMarkdown.module.css";

const TONES: Record<string, string> = {
  strengths: "good",
  weaknesses: "warn",
  recommendation: "accent",
};

/** An old report that is only Markdown: its sections, strengths beside weaknesses. */
export function OldMarkdown({ markdown }: { markdown: string }) {
  const { opening, sections } = splitReport(markdown);
  return (
    <div className={classes.frame}>
      <div className={classes.report}>
        {opening && (
          <div className={classes.opening}>
            <Markdown>{opening}</Markdown>
          </div>
        )}
        {sections.map(({ title, body }, index) => (
          <section key={index} className={classes.section} data-tone={TONES[title.toLowerCase()]}>
            <h3 className={classes.heading}>{title}</h3>
            <Markdown>{body}</Markdown>
          </section>
        ))}
      </div>
    </div>
  );
}
