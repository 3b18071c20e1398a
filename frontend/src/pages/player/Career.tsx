import { usePlayerSeasons } from "@/hooks/useCareer";
import type { Player } from "@/hooks/usePlayer";
import { CareerValue } from "./CareerValue";
import { Percentiles } from "./Percentiles";
import { PlayerDetails } from "./PlayerDetails";
import { Seasons } from "./Seasons";
import { Transfers } from "./Transfers";
import classes from "./Career.module.css";

interface Props {
  playerId: number;
  player: Player | undefined;
}

/** A player's career: market value, transfers, seasons and percentiles. */
export function Career({ playerId, player }: Props) {
  const seasons = usePlayerSeasons(playerId);
  return (
    <div className={classes.career}>
      <div className={classes.pair}>
        <CareerValue playerId={playerId} player={player} />
        <Transfers playerId={playerId} player={player} />
      </div>
      <Seasons seasons={seasons} position={player?.position ?? null} />
      {seasons.data?.length !== 0 && <Percentiles playerId={playerId} seasons={seasons.data} />}
      <PlayerDetails player={player} />
    </div>
  );
}
