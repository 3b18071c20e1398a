import { useDisclosure } from "@mantine/hooks";
import { IconChartPie } from "@tabler/icons-react";
import { useProviderLabel } from "@/hooks/useMetrics";
import { comparedWith } from "@/lib/evidence";
import { keyLabel } from "@/lib/metrics";
import type { SeasonPercentiles } from "@/lib/percentiles";
import { latestSeason, pizzaGroups } from "@/lib/pizza";
import { ChartSwitch } from "@/components/ChartSwitch";
import { Pizza } from "@/components/Pizza";
import { PercentileTables } from "./PercentileTables";
import classes from "./SeasonPizza.module.css";

/** The percentiles of the latest season as a chart, or all of them as tables. */
export function SeasonPizza({ seasons }: { seasons: SeasonPercentiles[] }) {
  const [asTable, { toggle }] = useDisclosure(false);
  const providerLabel = useProviderLabel();
  const season = latestSeason(seasons);
  const groups = season ? pizzaGroups(season) : [];
  if (!season) return null;
  const tables = seasons.map((one) => <PercentileTables key={one.rows[0]?.id} season={one} />);
  if (groups.length === 0) return tables;

  const { provider, period, position, notes } = season;
  const of = [provider && providerLabel(provider), period].filter(Boolean).join(" ");
  const metrics = groups.flatMap(([, rows]) => rows);
  const hasLower = metrics.some(({ better }) => better === "lower");
  const smaller = metrics.flatMap(({ shortLabel, size }) =>
    size === undefined ? [] : [`${shortLabel} vs ${String(size)}`],
  );
  return (
    <>
      {asTable ? tables : <Pizza groups={groups} label={`Percentiles, ${of}`} />}
      <div className={classes.caption}>
        {!asTable && (
          <div className={classes.notes}>
            <p>
              {of}
              {position && `, ${comparedWith(position)}`}.
            </p>
            {smaller.length > 0 && <p>Fewer players: {smaller.join(", ")}.</p>}
            {notes.map((note) => (
              <p key={note}>No percentile: {note}</p>
            ))}
            <p>
              Clockwise from the top: {groups.map(([group]) => keyLabel(group)).join(", ")}.
              {hasLower && " ↓ lower is better."}
            </p>
          </div>
        )}
        <ChartSwitch
          asTable={asTable}
          chartIcon={IconChartPie}
          onClick={toggle}
          className={classes.switch}
        />
      </div>
    </>
  );
}
