import { usePercentiles } from "@/hooks/useCareer";
import type { SeasonPercentiles } from "@/hooks/useCareer";
import { useMetrics } from "@/hooks/useMetrics";
import type { Metric } from "@/hooks/useMetrics";
import { bestRanked } from "@/lib/career";
import type { PlayerSeason } from "@/lib/career";
import { day } from "@/lib/dates";
import { keyLabel, percentileGroups } from "@/lib/metrics";
import { mostCommon } from "@/lib/percentiles";
import { grouped } from "@/lib/words";
import { Block } from "./Block";
import { Choice, Select } from "./Choice";
import { PercentileGroup } from "./PercentileGroup";
import { usePlayerTab } from "./usePlayerTab";
import classes from "./Percentiles.module.css";

interface Props {
  playerId: number;
  /** Undefined while they are loaded. */
  seasons: PlayerSeason[] | undefined;
}

/** How a player compares in a season, within the position or within position and league. */
export function Percentiles({ playerId, seasons }: Props) {
  const { search, show } = usePlayerTab();
  const metrics = useMetrics();
  const chosen = seasons?.find(({ season }) => season.id === search.season)?.season;
  const season = chosen ?? bestRanked(seasons ?? []);
  const scope = search.scope ?? "position";
  const query = usePercentiles(playerId, season?.id, scope);
  const ranked = query.data;
  const isLoaded = ranked !== undefined && metrics.data !== undefined;
  return (
    <Block
      title="Percentiles"
      query={{ ...(ranked ? metrics : query), data: isLoaded || undefined }}
      height={420}
      controls={
        seasons &&
        season && (
          <>
            <Select
              label="Season"
              options={seasons.map(({ season: { id, label, provider_label } }) => ({
                value: String(id),
                label: `${label} · ${provider_label}`,
              }))}
              value={String(season.id)}
              onChange={(id) => {
                show({ season: Number(id) });
              }}
            />
            <Choice
              label="Compared with"
              options={[
                { value: "position", label: "Position" },
                { value: "league", label: "Position and league" },
              ]}
              value={scope}
              onChange={(to) => {
                show({ scope: to === "league" ? to : undefined });
              }}
            />
          </>
        )
      }
      note={ranked && <Notes ranked={ranked} />}
    >
      {isLoaded && <Groups ranked={ranked} metrics={metrics.data} />}
    </Block>
  );
}

function Groups({ ranked, metrics }: { ranked: SeasonPercentiles; metrics: Metric[] }) {
  if (ranked.note) return <p>{ranked.note}</p>;
  const cohort = mostCommon(ranked.metrics.map((row) => row.cohort));
  if (!cohort) return <p>{withoutCohort(ranked)}</p>;
  const known = new Map(metrics.map((metric) => [metric.key, metric]));
  const rows = ranked.metrics.flatMap((row) => {
    const metric = known.get(row.metric);
    return metric ? [{ ...row, metric }] : [];
  });
  return (
    <div className={classes.groups}>
      {percentileGroups(rows, ({ metric }) => metric.group).map(([group, ofGroup]) => (
        <PercentileGroup key={group} title={keyLabel(group)} rows={ofGroup} size={cohort.size} />
      ))}
    </div>
  );
}

const withoutCohort = ({ scope }: SeasonPercentiles) =>
  scope === "league"
    ? "The league is not stated, so there is nobody to compare with."
    : "Nobody to compare with.";

function Notes({ ranked }: { ranked: SeasonPercentiles }) {
  const { season, metrics } = ranked;
  const cohort = mostCommon(metrics.map((row) => row.cohort));
  const notes = [...new Set(metrics.flatMap(({ note }) => note ?? []))];
  return (
    <>
      {cohort && !ranked.note && (
        <>
          <p>
            vs {grouped(cohort.size)} {cohort.label}; {grouped(cohort.excluded)} excluded without
            the minutes or the figure.
          </p>
          {notes.map((note) => (
            <p key={note}>No percentile: {note}</p>
          ))}
          <p>
            Percentile: the share of these players with a lower figure; ties count half. Blue is
            better, orange worse.
          </p>
        </>
      )}
      <p>
        {season.provider_label}:{" "}
        {season.as_of ? `data as of ${day(season.as_of)}` : "date of the data not stated"}.
      </p>
    </>
  );
}
