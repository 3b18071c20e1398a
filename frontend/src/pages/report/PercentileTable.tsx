import { Table } from "@mantine/core";
import { useProviders } from "@/hooks/useMetrics";
import { comparedWith, percentile } from "@/lib/evidence";
import type { Cohort } from "@/lib/evidence";
import { byGroup, groupLabel } from "@/lib/metrics";
import type { PercentileRow, SeasonPercentiles } from "@/lib/percentiles";
import { NONE } from "@/lib/words";
import { PercentileBar } from "@/components/PercentileBar";
import classes from "./PercentileTable.module.css";

/** A season's figures with their percentiles within the position and the league. */
export function PercentileTable({ season }: { season: SeasonPercentiles }) {
  const { period, rows, position, league, notes } = season;
  const provider = useProviderLabel(season.provider);
  const title = [period, provider].filter(Boolean).join(" · ");
  return (
    <div className={classes.season}>
      <Table className={classes.table}>
        <caption className="spoken">
          Percentiles, {[period, provider].filter(Boolean).join(", ")}
        </caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{title}</Table.Th>
            <Table.Th scope="col">
              <span className="spoken">Figure</span>
            </Table.Th>
            <Table.Th scope="col">Position</Table.Th>
            {league && <Table.Th scope="col">League</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        {byGroup(rows, ({ group }) => group).map(([group, ofGroup]) => (
          <Table.Tbody key={group}>
            {group && (
              <Table.Tr>
                <Table.Th scope="rowgroup" colSpan={league ? 4 : 3} className={classes.group}>
                  {groupLabel(group)}
                </Table.Th>
              </Table.Tr>
            )}
            {ofGroup.map((row) => (
              <Row key={row.id} row={row} hasLeague={league !== undefined} />
            ))}
          </Table.Tbody>
        ))}
      </Table>
      <div className={classes.notes}>
        {notes.map((note) => (
          <p key={note}>No percentile: {note}</p>
        ))}
        {position && <CohortNote name="Position" cohort={position} />}
        {league && <CohortNote name="League" cohort={league} />}
        <p>Percentile: the share of these players with a lower figure; ties count half.</p>
      </div>
    </div>
  );
}

/** A provider as it is shown; by its key until the providers are loaded. */
function useProviderLabel(key: string | null) {
  const providers = useProviders().data;
  return key && (providers?.find((provider) => provider.key === key)?.label ?? key);
}

function Row({ row, hasLeague }: { row: PercentileRow; hasLeague: boolean }) {
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {row.label}{" "}
        {row.better === "lower" && <span className={classes.better}>fewer is better</span>}
        {row.size !== undefined && (
          <span className={classes.better}>vs {row.size} with this figure</span>
        )}
      </Table.Th>
      <Table.Td className={classes.figure}>{row.figure}</Table.Td>
      <PercentileCell value={row.position} better={row.better} />
      {hasLeague && <PercentileCell value={row.league} better={row.better} />}
    </Table.Tr>
  );
}

interface CellProps {
  value: number | undefined;
  better: PercentileRow["better"];
}

function PercentileCell({ value, better }: CellProps) {
  return (
    <Table.Td className={classes.percentile}>
      {value === undefined ? (
        <span className="quiet">{NONE}</span>
      ) : (
        <div>
          <PercentileBar value={value} better={better} />
          <b>
            {percentile(value).replace(" percentile", "")}
            <span className="spoken"> percentile</span>
          </b>
        </div>
      )}
    </Table.Td>
  );
}

function CohortNote({ name, cohort }: { name: string; cohort: Cohort }) {
  return (
    <p>
      {name}: {comparedWith(cohort)}
    </p>
  );
}
