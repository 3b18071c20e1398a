import { useLocalStorage, useMediaQuery } from "@mantine/hooks";
import type { ColumnSizingState, ColumnVisibilityState } from "@tanstack/react-table";
import { HIDDEN_BY_DEFAULT, HIDDEN_WHEN_SMALL, NARROW_WIDTHS } from "./columns";

const NOW = { getInitialValueInEffect: false };

/** Which columns are shown and how wide they are; kept in this browser, not in the address. */
export function useColumns() {
  const small = useMediaQuery("(max-width: 87.49em)", undefined, NOW);
  const narrow = useMediaQuery("(max-width: 61.99em)", undefined, NOW);
  const [chosen, setVisibility, forgetVisibility] = useLocalStorage<
    ColumnVisibilityState | undefined
  >({ key: "players_columns", defaultValue: undefined, ...NOW });
  const [widths, setSizing, forgetSizing] = useLocalStorage<ColumnSizingState>({
    key: "players_column_widths",
    defaultValue: {},
    ...NOW,
  });
  const visibility = chosen ?? (small ? HIDDEN_WHEN_SMALL : HIDDEN_BY_DEFAULT);
  const sizing = narrow ? { ...NARROW_WIDTHS, ...widths } : widths;
  const reset = () => {
    forgetVisibility();
    forgetSizing();
  };
  return { visibility, setVisibility, sizing, setSizing, reset };
}
