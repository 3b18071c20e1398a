import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconColumns3 } from "@tabler/icons-react";
import type { PlayerSearch } from "@/lib/playerSearch";
import { ColumnsDialog } from "./ColumnsDialog";
import type { ChangeSearch } from "./usePlayerSearch";

interface Props {
  search: PlayerSearch;
  change: ChangeSearch;
}

export function ColumnsButton({ search, change }: Props) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button size="xs" variant="default" leftSection={<IconColumns3 size={15} />} onClick={open}>
        Columns
      </Button>
      {opened && <ColumnsDialog search={search} change={change} onClose={close} />}
    </>
  );
}
