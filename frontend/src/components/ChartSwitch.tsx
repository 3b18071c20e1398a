import { Button } from "@mantine/core";
import { IconTable, type Icon } from "@tabler/icons-react";

/** The button between a chart and its table. */
export function ChartSwitch({
  asTable,
  chartIcon: ChartIcon,
  onClick,
  className,
}: {
  asTable: boolean;
  chartIcon: Icon;
  onClick: () => void;
  className?: string;
}) {
  const NextIcon = asTable ? ChartIcon : IconTable;
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      className={className}
      leftSection={<NextIcon size={15} aria-hidden="true" />}
      onClick={onClick}
    >
      {asTable ? "Show chart" : "Show table"}
    </Button>
  );
}
