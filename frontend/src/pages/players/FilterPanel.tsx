import { reason } from "@/hooks/problems";
import { useFilterOptions } from "@/hooks/usePlayers";
import type { PlayerSearch } from "@/lib/playerSearch";
import { FEET, POSITIONS, STATUSES, footWord, statusWord } from "@/lib/words";
import { AgeRange } from "./AgeRange";
import { CheckGroup } from "./CheckGroup";
import { ContractFilter } from "./ContractFilter";
import { ManySelect } from "./ManySelect";
import { ValueRange } from "./ValueRange";
import type { ChangeSearch } from "./usePlayerSearch";
import { Button } from "@/components/Button";
import classes from "./FilterPanel.module.css";

interface Props {
  search: PlayerSearch;
  change: ChangeSearch;
}

/** Everything a list can be narrowed by, with how many players each choice has. */
export function FilterPanel({ search, change }: Props) {
  const { data: options, error, refetch } = useFilterOptions();
  return (
    <div className={classes.panel}>
      {error && !options && (
        <p role="alert">
          {reason(error)}{" "}
          <Button variant="default" onClick={() => void refetch()}>
            Try again
          </Button>
        </p>
      )}
      <CheckGroup
        legend="Position"
        name="position"
        values={POSITIONS}
        counts={options?.position}
        chosen={search.position}
        change={change}
      />
      <ManySelect
        label="Role"
        name="sub_position"
        choices={options?.sub_position}
        chosen={search.sub_position}
        change={change}
      />
      <AgeRange from={search.age_min} to={search.age_max} change={change} />
      <ValueRange from={search.value_min} to={search.value_max} change={change} />
      <ContractFilter before={search.contract_before} change={change} />
      <ManySelect
        label="Country"
        name="country"
        choices={options?.country}
        chosen={search.country}
        change={change}
      />
      <ManySelect
        label="Club"
        name="club"
        choices={options?.club}
        chosen={search.club}
        change={change}
      />
      <ManySelect
        label="League"
        name="league"
        choices={options?.league}
        chosen={search.league}
        change={change}
      />
      <CheckGroup
        legend="Foot"
        name="foot"
        values={FEET}
        words={footWord}
        counts={options?.foot}
        chosen={search.foot}
        change={change}
      />
      <CheckGroup
        legend="Status"
        name="status"
        values={STATUSES}
        words={statusWord}
        counts={options?.status}
        chosen={search.status}
        change={change}
      />
    </div>
  );
}
