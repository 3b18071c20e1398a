import { useLocalStorage } from "@mantine/hooks";
import type { ColumnSizingState, ColumnVisibilityState } from "@tanstack/react-table";
import { HIDDEN_AT_FIRST } from "./columns";

/** Which columns are shown, and how wide: this browser's own, not part of the address. */
export function useColumns() {
  const [visibility, setVisibility] = useLocalStorage<ColumnVisibilityState>({
    key: "players_columns",
    defaultValue: HIDDEN_AT_FIRST,
    getInitialValueInEffect: false,
  });
  const [sizing, setSizing] = useLocalStorage<ColumnSizingState>({
    key: "players_column_widths",
    defaultValue: {},
    getInitialValueInEffect: false,
  });
  return { visibility, setVisibility, sizing, setSizing };
}
