import { Button, Checkbox } from "@mantine/core";
import { useMetricsByKey } from "@/hooks/useMetrics";
import { figureId, figureLabel } from "@/lib/figures";
import type { PlayerSearch } from "@/lib/playerSearch";
import { Dialog } from "@/components/Dialog";
import { CHOICES, MAX_WIDTH, MIN_WIDTH, STAT_WIDTH } from "./columns";
import { MetricColumns } from "./MetricColumns";
import { useColumns } from "./useColumns";
import type { ChangeSearch } from "./usePlayerSearch";
import classes from "./ColumnsDialog.module.css";

interface Props {
  search: PlayerSearch;
  change: ChangeSearch;
  onClose: () => void;
}

/** Which columns are shown and how wide they are: facts about the player, figures of metrics. */
export function ColumnsDialog({ search, change, onClose }: Props) {
  const columns = useColumns(search.season);
  const { visibility, setVisibility, chosenStats, showStat, reset } = columns;
  const metrics = useMetricsByKey();
  return (
    <Dialog title="Columns" size={900} onClose={onClose}>
      <div className={classes.panes}>
        <section aria-label="Shown columns">
          <h3 className={classes.heading}>Player</h3>
          <ul className={classes.columns}>
            {CHOICES.map(({ id, name, size, hideable }) => (
              <li key={id}>
                <Checkbox
                  label={name}
                  checked={visibility[id] !== false}
                  disabled={!hideable}
                  onChange={(event) => {
                    setVisibility({ ...visibility, [id]: event.currentTarget.checked });
                  }}
                />
                {visibility[id] !== false && <Width id={id} name={name} size={size} {...columns} />}
              </li>
            ))}
          </ul>
          {chosenStats.length > 0 && (
            <>
              <h3 className={classes.heading}>Statistics</h3>
              <ul className={classes.columns}>
                {chosenStats.map((figure) => {
                  const name = figureLabel(figure, metrics);
                  return (
                    <li key={figureId(figure)}>
                      <Checkbox
                        label={name}
                        checked
                        onChange={() => {
                          showStat(figure, false);
                        }}
                      />
                      <Width id={figureId(figure)} name={name} size={STAT_WIDTH} {...columns} />
                    </li>
                  );
                })}
              </ul>
            </>
          )}
          <Button variant="default" onClick={reset}>
            Reset columns
          </Button>
        </section>
        <MetricColumns search={search} change={change} />
      </div>
    </Dialog>
  );
}

interface WidthProps extends Pick<ReturnType<typeof useColumns>, "sizing" | "setSizing"> {
  id: string;
  name: string;
  size: number;
}

/** The width of a column; a table column can be dragged as well. */
function Width({ id, name, size, sizing, setSizing }: WidthProps) {
  return (
    <input
      type="range"
      aria-label={`Width of ${name}`}
      min={MIN_WIDTH}
      max={MAX_WIDTH}
      step={8}
      value={sizing[id] ?? size}
      onChange={(event) => {
        setSizing({ ...sizing, [id]: event.currentTarget.valueAsNumber });
      }}
    />
  );
}
