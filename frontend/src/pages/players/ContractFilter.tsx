import { memo } from "react";
import { NativeSelect } from "@mantine/core";
import { day, isoDay } from "@/lib/dates";
import type { ChangeSearch } from "./usePlayerSearch";

const MONTHS = [6, 12, 24] as const;

/** The day after the last one of a period from today, as the API excludes the day itself. */
function dayAfter(months: number): string {
  const date = new Date();
  return isoDay(
    new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, date.getUTCDate() + 1)),
  );
}

interface Props {
  before: string | undefined;
  change: ChangeSearch;
}

export const ContractFilter = memo(function ContractFilter({ before = "", change }: Props) {
  const periods = MONTHS.map((months) => ({
    value: dayAfter(months),
    label: `Within ${String(months)} months`,
  }));
  const known = periods.some(({ value }) => value === before);
  return (
    <NativeSelect
      size="xs"
      label="Contract ends"
      value={before}
      data={[
        { value: "", label: "Any time" },
        ...periods,
        ...(before && !known ? [{ value: before, label: `Before ${day(before)}` }] : []),
      ]}
      onChange={(event) => {
        change({ contract_before: event.currentTarget.value || undefined });
      }}
    />
  );
});
