import type { Player } from "@/hooks/usePlayer";
import { day } from "@/lib/dates";
import { money } from "@/lib/money";
import { NONE, footWord, height } from "@/lib/words";
import classes from "./KeyFacts.module.css";

interface Fact {
  name: string;
  value: string;
  note?: string | undefined;
}

const CONTRACT_NOTES: Partial<Record<string, string>> = {
  expired: "Has ended",
  within_6_months: "Within 6 months",
  within_12_months: "Within 12 months",
};

function born({ date_of_birth, date_of_birth_is_estimate }: Player): string | undefined {
  if (!date_of_birth) return undefined;
  return date_of_birth_is_estimate ? "Birth date not known" : `Born ${day(date_of_birth)}`;
}

function peak({ market_value, highest_market_value }: Player): string | undefined {
  if (highest_market_value === null) return undefined;
  return highest_market_value === market_value
    ? "At its peak"
    : `Peak ${money(highest_market_value)}`;
}

function facts(player: Player): Fact[] {
  const { age, foot, height_cm, contract_until, contract_status, market_value } = player;
  return [
    { name: "Age", value: age?.toString() ?? NONE, note: born(player) },
    { name: "Foot", value: footWord(foot) },
    { name: "Height", value: height(height_cm) },
    {
      name: "Contract until",
      value: contract_until ? day(contract_until) : NONE,
      note: contract_status ? CONTRACT_NOTES[contract_status] : undefined,
    },
    {
      name: "Value",
      value: market_value === null ? NONE : money(market_value),
      note: peak(player),
    },
  ];
}

export function KeyFacts({ player }: { player: Player }) {
  return (
    <dl className={classes.facts}>
      {facts(player).map(({ name, value, note }) => (
        <div key={name}>
          <dt className="label">{name}</dt>
          <dd className={classes.value}>{value}</dd>
          <dd className={classes.note}>{note}</dd>
        </div>
      ))}
    </dl>
  );
}
