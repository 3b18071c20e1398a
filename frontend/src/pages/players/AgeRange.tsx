import { memo } from "react";
import { LateInput } from "./LateInput";
import { Range } from "./Range";
import type { ChangeSearch } from "./usePlayerSearch";

const OLDEST = 120;

/** Whole years, or undefined for an empty or senseless text. */
function years(text: string): number | undefined {
  const value = Number(text);
  return text && Number.isInteger(value) && value >= 0 && value <= OLDEST ? value : undefined;
}

interface Props {
  from: number | undefined;
  to: number | undefined;
  change: ChangeSearch;
}

export const AgeRange = memo(function AgeRange({ from, to, change }: Props) {
  return (
    <Range legend="Age">
      <LateInput
        label="Youngest age"
        placeholder="From"
        value={from?.toString() ?? ""}
        onCommit={(text) => {
          change({ age_min: years(text) });
        }}
      />
      <LateInput
        label="Oldest age"
        placeholder="To"
        value={to?.toString() ?? ""}
        onCommit={(text) => {
          change({ age_max: years(text) });
        }}
      />
    </Range>
  );
});
