import { Table } from "@mantine/core";
import { comparedWith, percentile } from "@/lib/evidence";
import type { Cohort } from "@/lib/evidence";
import type { SeasonPercentiles } from "@/lib/percentiles";
import { NONE } from "@/lib/words";
import classes from "./PercentileTable.module.css";

/** A season's figures with their percentiles within the position and the league. */
export function PercentileTable({ season }: { season: SeasonPercentiles | undefined }) {
  if (!season) return <p className="quiet">No season with enough minutes to compare</p>;
  const { period, rows, position, league, notes } = season;
  return (
    <>
      <Table className={classes.table}>
        <caption className="spoken">Percentiles, {period}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{period}</Table.Th>
            <Table.Th scope="col">
              <span className="spoken">Figure</span>
            </Table.Th>
            <Table.Th scope="col">Position</Table.Th>
            {league && <Table.Th scope="col">League</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.metric}>
              <Table.Th scope="row">
                {row.label}
                {row.fewerIsBetter && <span className={classes.better}>fewer is better</span>}
              </Table.Th>
              <Table.Td className={classes.figure}>{row.figure}</Table.Td>
              <PercentileCell value={row.position} />
              {league && <PercentileCell value={row.league} quiet />}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <div className={classes.notes}>
        {notes.map((note) => (
          <p key={note}>No percentile: {note}</p>
        ))}
        {position && <CohortNote name="Position" cohort={position} />}
        {league && <CohortNote name="League" cohort={league} />}
        <p>Percentile: the share of these players with a lower figure; ties count half.</p>
      </div>
    </>
  );
}

function PercentileCell({ value, quiet = false }: { value: number | undefined; quiet?: boolean }) {
  return (
    <Table.Td className={classes.percentile}>
      {value === undefined ? (
        <span className="quiet">{NONE}</span>
      ) : (
        <div>
          <PercentileBar value={value} quiet={quiet} />
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

/** A percentile as a bar from 0 to 100 with a mark at 50. Its number is printed beside it. */
export function PercentileBar({ value, quiet = false }: { value: number; quiet?: boolean }) {
  return (
    <span className={classes.bar} data-quiet={quiet} aria-hidden="true">
      <span style={{ width: `${String(value)}%` }} />
    </span>
  );
}
