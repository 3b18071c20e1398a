import {
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
} from "@tanstack/react-table";
import type { PlayerSummary } from "@/hooks/usePlayers";
import { day } from "@/lib/dates";
import { money } from "@/lib/money";
import { figureId, figureShortLabel, parseFigure } from "@/lib/figures";
import type { Figure, MetricsByKey } from "@/lib/figures";
import { NONE, footWord, height, statusWord } from "@/lib/words";
import { PositionTag } from "@/components/PositionTag";
import { StatCell } from "./StatCell";
import { ContractCell, CountryCell, PlayerCell } from "./cells";
import { RowActions } from "./RowActions";

export const features = tableFeatures({
  columnSizingFeature,
  columnResizingFeature,
  columnVisibilityFeature,
});

const column = createColumnHelper<typeof features, PlayerSummary>();

const none = <span className="quiet">{NONE}</span>;
const euros = (value: number | null) => (value === null ? none : money(value));

/** Column ids are the API's sort names. */
const facts = column.columns([
  column.accessor("full_name", {
    header: "Player",
    size: 192,
    enableHiding: false,
    cell: ({ row }) => <PlayerCell player={row.original} />,
  }),
  column.accessor("sub_position", {
    header: "Position",
    size: 172,
    cell: ({ row }) => (
      <PositionTag position={row.original.position} subPosition={row.original.sub_position} />
    ),
  }),
  column.accessor("age", { header: "Age", size: 54, cell: ({ getValue }) => getValue() ?? none }),
  column.accessor("market_value", {
    header: "Value",
    size: 82,
    cell: ({ getValue }) => <strong>{euros(getValue())}</strong>,
  }),
  column.accessor("current_team", {
    header: "Club",
    size: 210,
    cell: ({ getValue }) => getValue() ?? none,
  }),
  column.accessor("league", {
    header: "League",
    size: 186,
    cell: ({ getValue }) => getValue() ?? none,
  }),
  column.accessor("contract_until", {
    header: "Contract",
    size: 106,
    cell: ({ row }) => <ContractCell player={row.original} />,
  }),
  column.accessor("country", {
    header: "Nationality",
    size: 132,
    cell: ({ row }) => <CountryCell player={row.original} />,
  }),
  column.accessor("foot", {
    header: "Foot",
    size: 74,
    cell: ({ getValue }) => footWord(getValue()),
  }),
  column.accessor("height_cm", {
    header: "Height",
    size: 84,
    cell: ({ getValue }) => height(getValue()),
  }),
  column.accessor("highest_market_value", {
    header: "Career high",
    size: 104,
    cell: ({ getValue }) => euros(getValue()),
  }),
  column.accessor("status", {
    header: "Status",
    size: 84,
    cell: ({ getValue }) => <span className="quiet">{statusWord(getValue())}</span>,
  }),
  column.accessor("updated_at", {
    header: "Changed",
    size: 108,
    cell: ({ getValue }) => day(getValue()),
  }),
]);

const actions = column.display({
  id: "actions",
  header: "Actions",
  size: 98,
  enableHiding: false,
  enableResizing: false,
  cell: ({ row }) => <RowActions player={row.original} />,
});

const statColumn = (figure: Figure, metrics: MetricsByKey) =>
  column.display({
    id: figureId(figure),
    header: figureShortLabel(figure, metrics),
    size: STAT_WIDTH,
    cell: ({ row }) => (
      <StatCell
        value={row.original.stats?.[figure.metric]?.[figure.form]}
        form={figure.form}
        metric={metrics.get(figure.metric)}
      />
    ),
  });

/** The columns of the table: facts about the player, then figures of metrics. */
export const columnsWith = (stats: readonly Figure[], metrics: MetricsByKey) =>
  column.columns([...facts, ...stats.map((figure) => statColumn(figure, metrics)), actions]);

/** The facts that can be shown, hidden and resized. */
export const CHOICES = facts.flatMap(({ header, size = 0, enableHiding = true, ...column }) =>
  "accessorKey" in column && typeof header === "string"
    ? [{ id: String(column.accessorKey), name: header, size, hideable: enableHiding }]
    : [],
);

export const STAT_WIDTH = 96;
export const MIN_WIDTH = 48;
export const MAX_WIDTH = 480;

const NUMBERS = new Set(["age", "height_cm", "market_value", "highest_market_value"]);

/** Whether a column has numbers, whose digits line up. */
export const isNumeric = (id: string) => NUMBERS.has(id) || parseFigure(id) !== undefined;

/** Sorted descending by the first click: numbers and dates. Texts start from A. */
export const startsDescending = (id: string) => isNumeric(id) || id === "updated_at";

type Shown = Record<string, boolean>;

export const HIDDEN_BY_DEFAULT: Shown = {
  country: false,
  status: false,
  foot: false,
  height_cm: false,
  highest_market_value: false,
  updated_at: false,
};
/** Below 1,400 pixels, so that the other columns are not cut off. */
export const HIDDEN_WHEN_SMALL: Shown = { ...HIDDEN_BY_DEFAULT, league: false };

/** With statistics, to leave room for them. */
export const HIDDEN_WITH_STATS: Shown = {
  ...HIDDEN_WHEN_SMALL,
  contract_until: false,
};
export const HIDDEN_WITH_STATS_WHEN_NARROW: Shown = { ...HIDDEN_WITH_STATS, current_team: false };
export const WIDTHS_WITH_STATS: Record<string, number> = { sub_position: 76, current_team: 164 };

/** Widths with which the default columns fit a screen of 768 pixels. */
export const NARROW_WIDTHS: Record<string, number> = {
  full_name: 176,
  sub_position: 76,
  current_team: 178,
  actions: 48,
};
