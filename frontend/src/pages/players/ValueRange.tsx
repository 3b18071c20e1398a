import { memo } from "react";
import { money, parseMoney } from "@/lib/money";
import { LateInput } from "./LateInput";
import { Range } from "./Range";
import type { ChangeSearch } from "./usePlayerSearch";

const written = (value: number | undefined) => (value === undefined ? "" : money(value));

interface Props {
  from: number | undefined;
  to: number | undefined;
  change: ChangeSearch;
}

export const ValueRange = memo(function ValueRange({ from, to, change }: Props) {
  return (
    <Range legend="Value">
      <LateInput
        label="Lowest value"
        placeholder="€1M"
        value={written(from)}
        onCommit={(text) => {
          change({ value_min: parseMoney(text) });
        }}
      />
      <LateInput
        label="Highest value"
        placeholder="€50M"
        value={written(to)}
        onCommit={(text) => {
          change({ value_max: parseMoney(text) });
        }}
      />
    </Range>
  );
});
