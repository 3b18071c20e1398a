import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconColumns3 } from "@tabler/icons-react";
import { ColumnsDialog } from "./ColumnsDialog";

export function ColumnsButton() {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button size="xs" variant="default" leftSection={<IconColumns3 size={15} />} onClick={open}>
        Columns
      </Button>
      {opened && <ColumnsDialog onClose={close} />}
    </>
  );
}
