import { NativeSelect } from "@mantine/core";
import { useSeasons } from "@/hooks/useSeasons";
import { withoutSeason } from "@/lib/playerSearch";
import type { PlayerSearch } from "@/lib/playerSearch";
import { providerSeason } from "@/lib/seasons";
import { plural } from "@/lib/words";
import type { ChangeSearch } from "./usePlayerSearch";

interface Props {
  search: PlayerSearch;
  change: ChangeSearch;
}

/** The season whose statistics are shown, filtered and sorted by. */
export function SeasonSelect({ search, change }: Props) {
  const { data: seasons = [], isSuccess } = useSeasons();
  const known = seasons.some(({ id }) => id === search.season);
  const choices = seasons.map((season) => ({
    value: String(season.id),
    label: `${providerSeason(season)} (${plural(season.players, "player")})`,
  }));
  return (
    <NativeSelect
      size="xs"
      label="Season of statistics"
      disabled={isSuccess && seasons.length === 0}
      description={isSuccess && seasons.length === 0 ? "No statistics imported yet" : undefined}
      value={search.season ?? ""}
      data={[
        { value: "", label: "None" },
        ...choices,
        ...(search.season !== undefined && !known
          ? [{ value: String(search.season), label: isSuccess ? "Not available" : "Loading" }]
          : []),
      ]}
      onChange={(event) => {
        const id = Number(event.currentTarget.value);
        change(id ? { season: id } : withoutSeason(search));
      }}
    />
  );
}
