import type { Report } from "@/hooks/useReports";
import { day } from "@/lib/dates";
import { writer } from "@/lib/reportWords";
import { grouped } from "@/lib/words";
import classes from "./Origin.module.css";

function rows(report: Report): [name: string, value: string][] {
  const { usage, dossier } = report;
  const { input_tokens, output_tokens, cost_usd } = usage;
  const found: [string, string | undefined][] = [
    ["Written by", writer(report)],
    ["Prompt", report.prompt_version],
    ["Evidence of", day(dossier.as_of)],
    [
      "Tokens",
      input_tokens === null || output_tokens === null
        ? undefined
        : `${grouped(input_tokens)} in, ${grouped(output_tokens)} out`,
    ],
    ["Cost", cost_usd === null ? undefined : `$${cost_usd.toFixed(4)}`],
    ["Report", report.id],
    ["SHA-256 of the evidence", report.dossier_hash],
  ];
  return found.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}

/** Where a report comes from, to tell it from every other. */
export function Origin({ report }: { report: Report }) {
  return (
    <dl className={classes.origin}>
      {rows(report).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
