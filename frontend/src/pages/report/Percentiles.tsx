import { cohortWords, leftOut } from "@/lib/evidence";
import type { Cohort } from "@/lib/evidence";
import type { SeasonRanks } from "@/lib/percentiles";
import { NONE, grouped } from "@/lib/words";
import { Bar } from "./Bar";
import classes from "./Percentiles.module.css";

/** How the figures of a season rank within the position and within the league. */
export function Percentiles({ ranks }: { ranks: SeasonRanks | undefined }) {
  if (!ranks) {
    return <p className="quiet">No season on record has enough minutes to be compared.</p>;
  }
  const { position, league } = ranks;
  return (
    <>
      <table className={classes.table}>
        <caption className="spoken">
          Percentiles of {ranks.period}: the share of the group that is below the player
        </caption>
        <thead>
          <tr>
            <th scope="col" className="label">
              {ranks.period}
            </th>
            <th scope="col">
              <span className="spoken">Figure</span>
            </th>
            <GroupHead name="Position" cohort={position} />
            {league && <GroupHead name="League" cohort={league} />}
          </tr>
        </thead>
        <tbody>
          {ranks.ranks.map((rank) => (
            <tr key={rank.metric}>
              <th scope="row">
                {rank.label}
                {rank.fewerIsBetter && <span className={classes.better}>fewer is better</span>}
              </th>
              <td className={classes.figure}>{rank.figure}</td>
              <RankCell value={rank.position} />
              {league && <RankCell value={rank.league} quiet />}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.notes}>
        {ranks.notes.map((note) => (
          <p key={note}>No percentile: {note}</p>
        ))}
        {position && <GroupNote name="Position" cohort={position} />}
        {league && <GroupNote name="League" cohort={league} />}
        <p>A percentile is the share of the group below the player, those level counted half.</p>
      </div>
    </>
  );
}

function GroupHead({ name, cohort }: { name: string; cohort: Cohort | undefined }) {
  return (
    <th scope="col" className="label">
      {name} {cohort && `(${grouped(cohort.size)})`}
    </th>
  );
}

function RankCell({ value, quiet = false }: { value: number | undefined; quiet?: boolean }) {
  return (
    <td className={classes.rank}>
      {value === undefined ? (
        <span className="quiet">{NONE}</span>
      ) : (
        <div>
          <Bar value={value} quiet={quiet} />
          <b>{value.toFixed(1)}</b>
        </div>
      )}
    </td>
  );
}

function GroupNote({ name, cohort }: { name: string; cohort: Cohort }) {
  return (
    <p>
      {name}: {[cohortWords(cohort), leftOut(cohort)].filter(Boolean).join("; ")}.
    </p>
  );
}
