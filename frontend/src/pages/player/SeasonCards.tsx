import { cellsOf, metricsWithFigures, playedFor, statsOfLine, totalOf } from "@/lib/career";
import type { Column, Line } from "@/lib/career";
import type { Figures as Statistics } from "@/lib/metrics";
import { FigureCards, Figures } from "@/components/FigureCards";
import type { CardFigure } from "@/components/FigureCards";
import type { SeasonParts } from "./Seasons";
import classes from "./SeasonCards.module.css";

/** The seasons as cards, newest first. */
export function SeasonCards({ seasons, columns, withProvider }: SeasonParts) {
  const total = totalOf(seasons, columns);
  // A card has no room for what its provider never states.
  const statedBy = (provider: string) => {
    const stated = metricsWithFigures(
      seasons.filter(({ season }) => season.provider === provider),
      columns.map(({ metric }) => metric),
    );
    return columns.filter(({ metric }) => stated.includes(metric));
  };
  const cards = seasons.map((season) => {
    const { clubs, competitions } = playedFor(season);
    const { id, label, provider_label } = season.season;
    const facts = [withProvider ? provider_label : "", clubs, competitions];
    return {
      key: id,
      title: label,
      text: facts.filter(Boolean).join(" · "),
      figures: figuresOf(season.stats, statedBy(season.season.provider)),
      children: season.lines.length > 1 && <Lines lines={season.lines} columns={columns} />,
    };
  });
  const added = columns.filter(({ metric }) => total && metric.key in total);
  const totals = total && [{ key: "total", title: "Total", figures: figuresOf(total, added) }];
  return <FigureCards label="Seasons" cards={[...cards, ...(totals ?? [])]} />;
}

function figuresOf(stats: Record<string, Statistics>, columns: Column[]): CardFigure[] {
  return cellsOf(stats, columns).flatMap(({ text, derived }, index) => {
    const column = columns[index];
    if (!column) return [];
    const { metric, form } = column;
    const label = form === "per_90" ? `${metric.short_label} per 90` : metric.short_label;
    return [{ label, value: derived ? <i>{text}</i> : text }];
  });
}

function Lines({ lines, columns }: { lines: Line[]; columns: Column[] }) {
  return (
    <details className={classes.lines}>
      <summary>{lines.length} competitions and clubs</summary>
      {lines.map((line, index) => (
        <div key={index}>
          <p className="quiet">
            {[line.competition ?? "Competition not stated", line.club ?? "Club not stated"].join(
              " · ",
            )}
          </p>
          <Figures figures={figuresOf(statsOfLine(line), columns)} />
        </div>
      ))}
    </details>
  );
}
