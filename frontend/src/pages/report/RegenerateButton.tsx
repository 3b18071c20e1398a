import { Button } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useDialogs } from "@/hooks/useDialogs";
import type { Report } from "@/hooks/useReports";
import { sameBrief } from "@/lib/brief";

/** Creates a new report from the current data, with the same brief. */
export function RegenerateButton({ report }: { report: Report }) {
  const dialogs = useDialogs();
  const { player_id, dossier, brief } = report;
  return (
    <Button
      leftSection={<IconRefresh size={16} aria-hidden="true" />}
      onClick={() => {
        dialogs.regenerate({ id: player_id, full_name: dossier.player }, sameBrief(brief));
      }}
    >
      Regenerate with current data
    </Button>
  );
}
