import { IconDownload } from "@tabler/icons-react";
import { exportAddress } from "@/hooks/useReports";
import type { ExportFormat } from "@/hooks/useReports";
import { AnchorButton } from "@/components/LinkButton";
import classes from "./Exports.module.css";

const FORMATS: [format: ExportFormat, words: string][] = [
  ["pdf", "PDF"],
  ["markdown", "Markdown"],
  ["json", "JSON"],
];

/** A report as a file, in each form. */
export function Exports({ reportId }: { reportId: string }) {
  return (
    <ul className={classes.exports} aria-label="Export">
      {FORMATS.map(([format, words]) => (
        <li key={format}>
          <AnchorButton
            variant="default"
            icon={<IconDownload size={15} aria-hidden="true" />}
            href={exportAddress(reportId, format)}
            download
          >
            {words}
          </AnchorButton>
        </li>
      ))}
    </ul>
  );
}
