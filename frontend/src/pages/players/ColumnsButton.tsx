import { IconColumns3 } from "@tabler/icons-react";
import { Suspense, useState } from "react";
import { widget } from "@/components/widget";
import { Button } from "@/components/Button";

const ColumnsSheet = widget(() => import("./ColumnsSheet"), "ColumnsSheet");

export function ColumnsButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        icon={<IconColumns3 size={15} />}
        onClick={() => {
          setOpen(true);
        }}
      >
        Columns
      </Button>
      {open && (
        <Suspense>
          <ColumnsSheet
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
