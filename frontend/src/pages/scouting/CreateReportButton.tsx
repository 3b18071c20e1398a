import { Button } from "@mantine/core";
import { IconWand } from "@tabler/icons-react";
import { useDialogs } from "@/hooks/useDialogs";
import type { Subject } from "@/hooks/useDialogs";

/** Opens the brief of a new report. */
export function CreateReportButton({ player }: { player: Subject }) {
  const dialogs = useDialogs();
  return (
    <Button
      leftSection={<IconWand size={16} aria-hidden="true" />}
      onClick={() => {
        dialogs.scout(player);
      }}
    >
      Create report
    </Button>
  );
}
