import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import type { Claim } from "@/hooks/useReports";
import { capitalised } from "@/lib/reportWords";
import classes from "./CutList.module.css";

interface ToggleProps {
  count: number;
  controls: string;
  open: boolean;
  onToggle: () => void;
}

/** How many sentences the check cut; pressed, it shows them. */
export function CutToggle({ count, controls, open, onToggle }: ToggleProps) {
  const Chevron = open ? IconChevronUp : IconChevronDown;
  return (
    <button
      type="button"
      className={classes.toggle}
      aria-expanded={open}
      aria-controls={controls}
      onClick={onToggle}
    >
      {count} cut
      <Chevron size={13} aria-hidden="true" />
    </button>
  );
}

/** What was cut, and why. */
export function CutList({ claims }: { claims: Claim[] }) {
  return (
    <ul className={classes.list} aria-label="What was cut">
      {claims.map((claim, index) => (
        <li key={index}>
          <p>“{claim.text}”</p>
          <p className={classes.reasons}>
            {capitalised(claim.section)}: {claim.reasons.join("; ")}
          </p>
        </li>
      ))}
    </ul>
  );
}
