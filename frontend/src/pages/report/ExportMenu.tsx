import { Button, Menu } from "@mantine/core";
import { IconChevronDown, IconDownload } from "@tabler/icons-react";
import { exportAddress } from "@/hooks/useReports";
import type { ExportFormat } from "@/hooks/useReports";

const FORMATS: [format: ExportFormat, label: string][] = [
  ["pdf", "PDF"],
  ["markdown", "Markdown"],
  ["json", "JSON"],
];

/** Downloads a report as a file. */
export function ExportMenu({ reportId }: { reportId: string }) {
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconDownload size={15} aria-hidden="true" />}
          rightSection={<IconChevronDown size={14} aria-hidden="true" />}
        >
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map(([format, label]) => (
          <Menu.Item key={format} component="a" href={exportAddress(reportId, format)} download>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
