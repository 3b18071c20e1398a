import { Table } from "@mantine/core";
import { useProviderLabel } from "@/hooks/useMetrics";
import { comparedWith } from "@/lib/evidence";
import type { Cohort } from "@/lib/evidence";
import { keyLabel, percentileGroups } from "@/lib/metrics";
import type { PercentileRow, SeasonPercentiles } from "@/lib/percentiles";
import { grouped } from "@/lib/words";
import { PercentileFigure } from "@/components/PercentileFigure";
import classes from "./PercentileTables.module.css";

const MOST_IN_ONE_TABLE = 12;

/** Whether a season has so many metrics that they are shown by group, on the whole width. */
export const isWide = ({ rows }: SeasonPercentiles) => rows.length > MOST_IN_ONE_TABLE;

/** A season's figures with their percentiles within the position and the league. */
export function PercentileTables({ season }: { season: SeasonPercentiles }) {
  const { period, rows, position, league, notes } = season;
  const providerLabel = useProviderLabel();
  const provider = season.provider && providerLabel(season.provider);
  const wide = isWide(season);
  const groups = percentileGroups(rows, ({ group }) => (wide ? group : ""));
  const title = [period, provider].filter(Boolean).join(" · ");
  return (
    <div className={classes.season} data-wide={wide}>
      {wide && <p className={classes.of}>{title}</p>}
      <div className={classes.groups}>
        {groups.map(([group, ofGroup]) => (
          <PercentileTable
            key={group}
            caption={["Percentiles", period, provider, keyLabel(group)]}
            title={group ? keyLabel(group) : title}
            rows={ofGroup}
            hasLeague={league !== undefined}
          />
        ))}
      </div>
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

interface TableProps {
  /** Joined by commas; empty parts are left out. */
  caption: (string | null)[];
  title: string;
  rows: PercentileRow[];
  hasLeague: boolean;
}

function PercentileTable({ caption, title, rows, hasLeague }: TableProps) {
  return (
    <Table className={classes.table}>
      <caption className="spoken">{caption.filter(Boolean).join(", ")}</caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{title}</Table.Th>
          <Table.Th scope="col">
            <span className="spoken">Figure</span>
          </Table.Th>
          <Table.Th scope="col">Position</Table.Th>
          {hasLeague && <Table.Th scope="col">League</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} hasLeague={hasLeague} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Row({ row, hasLeague }: { row: PercentileRow; hasLeague: boolean }) {
  const notes = [
    row.better === "lower" && "fewer is better",
    row.size !== undefined && `vs ${grouped(row.size)}`,
  ].filter(Boolean);
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {row.label} {notes.length > 0 && <span className={classes.better}>{notes.join(", ")}</span>}
      </Table.Th>
      <Table.Td className={classes.figure}>{row.figure}</Table.Td>
      <Table.Td className={classes.percentile}>
        <PercentileFigure value={row.position} better={row.better} />
      </Table.Td>
      {hasLeague && (
        <Table.Td className={classes.percentile}>
          <PercentileFigure value={row.league} better={row.better} />
        </Table.Td>
      )}
    </Table.Tr>
  );
}

function CohortNote({ name, cohort }: { name: string; cohort: Cohort }) {
  return (
    <p>
      {name}: {comparedWith(cohort)}
    </p>
  );
}
