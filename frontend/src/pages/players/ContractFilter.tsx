import { NativeSelect } from "@mantine/core";
import { DateField } from "@/components/DateField";
import { CONTRACT_CHOICES, CONTRACT_LABELS } from "@/lib/contractFilter";
import type { PlayerSearch } from "@/lib/playerSearch";
import type { ChangeSearch } from "./usePlayerSearch";
import classes from "./ContractFilter.module.css";

interface Props {
  search: PlayerSearch;
  change: ChangeSearch;
}

/** Periods counted from today, or two dates. */
export function ContractFilter({ search, change }: Props) {
  const { contract, contract_from, contract_to } = search;
  const reversed = contract_from && contract_to && contract_from > contract_to;
  return (
    <div className={classes.filter}>
      <NativeSelect
        size="xs"
        label="Contract until"
        value={contract ?? ""}
        data={[
          { value: "", label: "Any" },
          ...CONTRACT_CHOICES.map((value) => ({ value, label: CONTRACT_LABELS[value] })),
        ]}
        onChange={(event) => {
          const chosen = CONTRACT_CHOICES.find((value) => value === event.currentTarget.value);
          change({ contract: chosen, contract_from: undefined, contract_to: undefined });
        }}
      />
      {contract === "custom" && (
        <>
          <DateField
            size="xs"
            label="From"
            value={contract_from ?? ""}
            onChange={(date) => {
              change({ contract_from: date || undefined });
            }}
          />
          <DateField
            size="xs"
            label="To"
            value={contract_to ?? ""}
            error={reversed ? "“From” is after “to”." : undefined}
            onChange={(date) => {
              change({ contract_to: date || undefined });
            }}
          />
        </>
      )}
    </div>
  );
}
