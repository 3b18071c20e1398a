import { useLocalStorage, useMediaQuery } from "@mantine/hooks";
import type { ColumnSizingState, ColumnVisibilityState } from "@tanstack/react-table";
import { useMemo } from "react";
import { figureId, parseFigure } from "@/lib/figures";
import type { Figure } from "@/lib/figures";
import {
  HIDDEN_BY_DEFAULT,
  HIDDEN_WHEN_SMALL,
  HIDDEN_WITH_STATS,
  HIDDEN_WITH_STATS_WHEN_NARROW,
  NARROW_WIDTHS,
  WIDTHS_WITH_STATS,
} from "./columns";

const NOW = { getInitialValueInEffect: false };
/** As many as the API returns. */
export const MAX_STAT_COLUMNS = 40;

const NO_STATS: readonly Figure[] = [];

/**
 * Which columns are shown and how wide they are; kept in this browser, not in the address.
 * `chosenStats` are the figures of metrics; `stats` are those shown, which needs a season.
 */
export function useColumns(season: number | undefined) {
  const small = useMediaQuery("(max-width: 87.49em)", undefined, NOW);
  const narrow = useMediaQuery("(max-width: 61.99em)", undefined, NOW);
  const phone = useMediaQuery("(max-width: 47.99em)", undefined, NOW); // it has cards
  const [chosen, setVisibility, forgetVisibility] = useLocalStorage<
    ColumnVisibilityState | undefined
  >({ key: "players_columns", defaultValue: undefined, ...NOW });
  const [widths, setSizing, forgetSizing] = useLocalStorage<ColumnSizingState>({
    key: "players_column_widths",
    defaultValue: {},
    ...NOW,
  });
  const [statIds, setStatIds, forgetStats] = useLocalStorage<string[]>({
    key: "players_stat_columns",
    defaultValue: [],
    ...NOW,
  });
  const chosenStats = useMemo(
    () => statIds.flatMap((id) => parseFigure(id) ?? []).slice(0, MAX_STAT_COLUMNS),
    [statIds],
  );
  const stats = season === undefined ? NO_STATS : chosenStats;
  const hasStats = stats.length > 0 && !phone;
  const visibility = chosen ?? hiddenByDefault({ small, narrow, hasStats });
  const sizing = {
    ...(narrow ? NARROW_WIDTHS : {}),
    ...(hasStats ? WIDTHS_WITH_STATS : {}),
    ...widths,
  };
  const showStat = (figure: Figure, shown: boolean) => {
    const id = figureId(figure);
    const others = chosenStats.map(figureId).filter((other) => other !== id);
    setStatIds(shown ? [...others, id] : others);
  };
  const reset = () => {
    forgetVisibility();
    forgetSizing();
    forgetStats();
  };
  return { visibility, setVisibility, sizing, setSizing, chosenStats, stats, showStat, reset };
}

function hiddenByDefault(screen: { small: boolean; narrow: boolean; hasStats: boolean }) {
  if (screen.hasStats) return screen.narrow ? HIDDEN_WITH_STATS_WHEN_NARROW : HIDDEN_WITH_STATS;
  return screen.small ? HIDDEN_WHEN_SMALL : HIDDEN_BY_DEFAULT;
}
