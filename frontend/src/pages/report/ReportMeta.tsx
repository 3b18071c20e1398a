import type { Report } from "@/hooks/useReports";
import { day } from "@/lib/dates";
import { writer } from "@/lib/reportLabels";
import { grouped } from "@/lib/words";
import classes from "./ReportMeta.module.css";

function rows(report: Report): [name: string, value: string | undefined][] {
  const { input_tokens, output_tokens, cost_usd } = report.usage;
  const tokens =
    input_tokens === null || output_tokens === null
      ? undefined
      : `${grouped(input_tokens)} in, ${grouped(output_tokens)} out`;
  return [
    ["Writer", writer(report)],
    ["Prompt version", report.prompt_version],
    ["Evidence as of", day(report.dossier.as_of)],
    ["Tokens", tokens],
    ["Cost", cost_usd === null ? undefined : `$${cost_usd.toFixed(4)}`],
    ["Report ID", report.id],
    ["Evidence SHA-256", report.dossier_hash],
  ];
}

/** How a report was made, and what identifies it. */
export function ReportMeta({ report }: { report: Report }) {
  return (
    <dl className={classes.meta}>
      {rows(report).map(
        ([name, value]) =>
          value !== undefined && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
