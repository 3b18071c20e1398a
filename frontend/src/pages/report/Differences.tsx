import type { Claim, Comparison } from "@/hooks/useReports";
import { capitalised, verdictWord } from "@/lib/reportWords";
import { Changes } from "./Changes";
import classes from "./Differences.module.css";

interface Props {
  comparison: Comparison;
  /** Both are from after claims were checked, so that their sentences can be compared. */
  bothChecked: boolean;
}

/** From one report to a later one: the verdict, the evidence, and the sentences. */
export function Differences({ comparison, bothChecked }: Props) {
  const { verdict_was, verdict_now, evidence, claims_gone, claims_new } = comparison;
  return (
    <div className={classes.differences}>
      <p>
        <span className="label">Verdict</span>{" "}
        {verdict_was === verdict_now ? (
          <>{verdictWord(verdict_now)}, as before</>
        ) : (
          <>
            <span className="spoken">was </span>
            {verdictWord(verdict_was)}
            <span className="spoken">, now</span> <span aria-hidden="true">→</span>{" "}
            <strong>{verdictWord(verdict_now)}</strong>
          </>
        )}
      </p>
      {bothChecked ? (
        <>
          <section>
            <h4 className="label">Evidence that changed</h4>
            {evidence.length ? (
              <Changes changes={evidence} />
            ) : (
              <p className="quiet">Nothing that either of them cites.</p>
            )}
          </section>
          <div className={classes.columns}>
            <Sentences title="Sentences gone" sign="−" claims={claims_gone} />
            <Sentences title="Sentences new" sign="+" claims={claims_new} />
          </div>
        </>
      ) : (
        <p className="quiet">
          One of them was written before claims were checked: their sentences cannot be compared.
        </p>
      )}
    </div>
  );
}

interface SentencesProps {
  title: string;
  sign: "+" | "−";
  claims: Claim[];
}

function Sentences({ title, sign, claims }: SentencesProps) {
  return (
    <section>
      <h4 className="label">{title}</h4>
      {claims.length === 0 && <p className="quiet">None.</p>}
      <ul className={classes.sentences} data-sign={sign}>
        {claims.map((claim, index) => (
          <li key={index}>
            <span className={classes.sign} aria-hidden="true">
              {sign}
            </span>
            <span>
              {claim.text} <span className="quiet">{capitalised(claim.section)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
