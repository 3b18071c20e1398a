import { Button } from "@mantine/core";
import { reason } from "@/hooks/problems";
import { useFilterOptions } from "@/hooks/usePlayers";
import { MAX_AGE, parseAge } from "@/lib/ages";
import { money, parseMoney } from "@/lib/money";
import type { PlayerSearch } from "@/lib/playerSearch";
import { FEET, POSITIONS, STATUS_FILTERS, footWord, statusWord } from "@/lib/words";
import { CheckGroup } from "./CheckGroup";
import { ContractFilter } from "./ContractFilter";
import { NotSeenFilter } from "./NotSeenFilter";
import { RangeFilter } from "./RangeFilter";
import { StatisticsFilter } from "./StatisticsFilter";
import { ValuesFilter } from "./ValuesFilter";
import type { ChangeSearch } from "./usePlayerSearch";
import classes from "./FilterPanel.module.css";

interface Props {
  search: PlayerSearch;
  change: ChangeSearch;
}

/** Every filter of the list, with the number of players for each choice. */
export function FilterPanel({ search, change }: Props) {
  const { data: options, error, refetch } = useFilterOptions();
  return (
    <div className={classes.panel}>
      {error && !options && (
        <p role="alert">
          {reason(error)}{" "}
          <Button size="xs" variant="default" onClick={() => void refetch()}>
            Try again
          </Button>
        </p>
      )}
      <StatisticsFilter search={search} change={change} />
      <CheckGroup
        legend="Position group"
        name="position"
        values={POSITIONS}
        counts={options?.position}
        chosen={search.position}
        change={change}
      />
      <ValuesFilter
        label="Position"
        name="sub_position"
        choices={options?.sub_position}
        chosen={search.sub_position}
        change={change}
      />
      <RangeFilter
        legend="Age"
        from={search.age_min}
        to={search.age_max}
        parse={parseAge}
        format={String}
        hint={`Enter a whole number from 0 to ${String(MAX_AGE)}.`}
        onChange={(age_min, age_max) => {
          change({ age_min, age_max });
        }}
      />
      <RangeFilter
        legend="Market value"
        from={search.value_min}
        to={search.value_max}
        parse={parseMoney}
        format={money}
        hint="Enter an amount such as 10m or 850k."
        onChange={(value_min, value_max) => {
          change({ value_min, value_max });
        }}
      />
      <ContractFilter search={search} change={change} />
      <ValuesFilter
        label="Nationality"
        name="country"
        choices={options?.country}
        chosen={search.country}
        change={change}
      />
      <ValuesFilter
        label="Club"
        name="club"
        choices={options?.club}
        chosen={search.club}
        change={change}
      />
      <ValuesFilter
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
        labelOf={footWord}
        counts={options?.foot}
        chosen={search.foot}
        change={change}
      />
      <CheckGroup
        legend="Status"
        name="status"
        values={STATUS_FILTERS}
        labelOf={statusWord}
        counts={options && [...options.status, { value: "unknown", count: options.status_unknown }]}
        chosen={search.status}
        change={change}
      />
      <NotSeenFilter search={search} change={change} />
    </div>
  );
}
