import { Button } from "@mantine/core";
import { IconWand } from "@tabler/icons-react";
import { useDialogs } from "@/hooks/useDialogs";
import type { Report } from "@/hooks/useReports";

/** Creates a new report from the current data. */
export function RegenerateButton({ report }: { report: Report }) {
  const dialogs = useDialogs();
  return (
    <Button
      leftSection={<IconWand size={16} aria-hidden="true" />}
      onClick={() => {
        dialogs.scout({ id: report.player_id, full_name: report.dossier.player });
      }}
    >
      Regenerate
    </Button>
  );
}
