import { NONE } from "@/lib/words";
import { shown } from "@/lib/evidence";
import type { Change } from "@/hooks/useReports";

/** A value that changed: €30M → €48M. */
export function WasNow({ change }: { change: Change }) {
  const { id, unit, was, now } = change;
  const word = (value: Change["was"]) => {
    const text = shown({ id, unit, value });
    return text === NONE ? "not on record" : text;
  };
  return (
    <span className="num">
      <span className="spoken">was </span>
      {word(was)}
      <span className="spoken">, now</span> <span aria-hidden="true">→</span>{" "}
      <strong>{word(now)}</strong>
    </span>
  );
}
