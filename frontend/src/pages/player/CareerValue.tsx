import { useValuations } from "@/hooks/useCareer";
import type { Player } from "@/hooks/usePlayer";
import { day, isoDay } from "@/lib/dates";
import { valueHistory } from "@/lib/valueHistory";
import { ValueHistory } from "@/components/ValueHistory";
import { Block } from "./Block";

interface Props {
  playerId: number;
  player: Player | undefined;
}

/** Every market value of a player, and today's. */
export function CareerValue({ playerId, player }: Props) {
  const query = useValuations(playerId);
  const valuations = query.data ?? [];
  const latest = valuations.at(-1)?.day;
  const today = isoDay(new Date());
  const history = valueHistory({
    valuations,
    current:
      player && player.market_value !== null
        ? { day: player.data_as_of ?? today, value: player.market_value }
        : undefined,
    highest: player?.highest_market_value ?? null,
  });
  return (
    <Block
      title="Market value"
      query={{ ...query, data: player && query.data }}
      height={256}
      note={latest && `Data as of ${day(latest)}, the latest valuation.`}
    >
      {history.points.length > 0 ? (
        <ValueHistory history={history} />
      ) : (
        <p className="quiet">
          No market value yet. Edit the player, or import a file with valuations.
        </p>
      )}
    </Block>
  );
}
