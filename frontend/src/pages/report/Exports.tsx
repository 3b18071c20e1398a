import { IconDownload } from "@tabler/icons-react";
import { exportAddress } from "@/hooks/useReports";
import type { ExportFormat } from "@/hooks/useReports";
import { Button } from "@mantine/core";
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
          <Button
            component="a"
            variant="default"
            leftSection={<IconDownload size={15} aria-hidden="true" />}
            href={exportAddress(reportId, format)}
            download
          >
            {words}
          </Button>
        </li>
      ))}
    </ul>
  );
}
