import { useMetrics } from "@/hooks/useMetrics";
import type { Metric } from "@/hooks/useMetrics";
import type { usePlayerSeasons } from "@/hooks/useCareer";
import { usePhone } from "@/hooks/usePhone";
import { cellsOf, columnsOf, dataDates, metricsWithFigures, providersOf } from "@/lib/career";
import type { PlayerSeason } from "@/lib/career";
import { day } from "@/lib/dates";
import { byGroup, keyLabel, overview } from "@/lib/metrics";
import type { Basis } from "@/lib/metrics";
import type { Position } from "@/lib/words";
import { Block } from "./Block";
import { Choice, Select } from "./Choice";
import { SeasonCards } from "./SeasonCards";
import { SeasonsTable } from "./SeasonsTable";
import { usePlayerTab } from "./usePlayerTab";

const OVERVIEW = "overview";
const ALL = "all";

interface Props {
  seasons: ReturnType<typeof usePlayerSeasons>;
  position: Position | null;
}

/** A player's statistics by season and provider. */
export function Seasons({ seasons: query, position }: Props) {
  const metrics = useMetrics();
  const isLoaded = query.data !== undefined && metrics.data !== undefined;
  const failed = query.data === undefined ? query : metrics;
  return isLoaded && query.data.length > 0 ? (
    <Statistics seasons={query.data} metrics={metrics.data} position={position} />
  ) : (
    <Block title="Seasons" query={{ ...failed, data: isLoaded || undefined }} height={300}>
      <p className="quiet">
        No statistics yet. Import a file with <code>load_csv_data.py FILE</code>: an export of
        FBref, Wyscout, StatsBomb or another provider.
      </p>
    </Block>
  );
}

interface StatisticsProps {
  seasons: PlayerSeason[];
  metrics: Metric[];
  position: Position | null;
}

function Statistics({ seasons, metrics, position }: StatisticsProps) {
  const { search, show } = usePlayerTab();
  const phone = usePhone();
  const providers = providersOf(seasons);
  const provider = providers.find(({ key }) => key === search.provider)?.key ?? ALL;
  const basis: Basis = search.basis ?? "total";
  const shown = seasons.filter(({ season }) => provider === ALL || season.provider === provider);
  const known = metricsWithFigures(shown, metrics);
  const groups = byGroup(known, (metric) => metric.group);
  const [group, ofGroup] = groups.find(([key]) => key === search.group) ?? [
    OVERVIEW,
    overview(known, position),
  ];
  const columns = columnsOf(ofGroup, basis);
  const several = providers.length > 1;
  const parts = { seasons: shown, columns, withProvider: several && provider === ALL };
  return (
    <Block
      title="Seasons"
      query={{ data: seasons, error: null, refetch: () => undefined }}
      height={0}
      controls={
        <>
          {several && (
            <Select
              label="Provider"
              options={[
                { value: ALL, label: "All providers" },
                ...providers.map(({ key, label }) => ({ value: key, label })),
              ]}
              value={provider}
              onChange={(key) => {
                show({ provider: key === ALL ? undefined : key });
              }}
            />
          )}
          <Select
            label="Statistics"
            options={[
              { value: OVERVIEW, label: "Overview" },
              ...groups.map(([key]) => ({ value: key, label: keyLabel(key) })),
            ]}
            value={group}
            onChange={(key) => {
              show({ group: key === OVERVIEW ? undefined : key });
            }}
          />
          <Choice
            label="Figures"
            options={[
              { value: "total", label: "Totals" },
              { value: "per_90", label: "Per 90" },
            ]}
            value={basis}
            onChange={(chosen) => {
              show({ basis: chosen === "per_90" ? chosen : undefined });
            }}
          />
        </>
      }
      note={<Notes {...parts} />}
    >
      {phone ? <SeasonCards {...parts} /> : <SeasonsTable {...parts} />}
    </Block>
  );
}

export interface SeasonParts {
  seasons: PlayerSeason[];
  columns: ReturnType<typeof columnsOf>;
  /** Whether the rows are of several providers. */
  withProvider: boolean;
}

function Notes({ seasons, columns }: SeasonParts) {
  const derived = seasons.some(({ stats }) => cellsOf(stats, columns).some((cell) => cell.derived));
  return (
    <>
      {derived && (
        <p>
          <i>Italic</i>: derived from the minutes or from parts, not stated by the provider.
        </p>
      )}
      {dataDates(seasons).map(({ provider, day: of }) => (
        <p key={provider}>
          {provider}: {of ? `data as of ${day(of)}` : "date of the data not stated"}.
        </p>
      ))}
    </>
  );
}
