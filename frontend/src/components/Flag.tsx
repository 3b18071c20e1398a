import { flagCode } from "@/lib/countries";
import classes from "./Flag.module.css";

/** A country's flag; decorative unless it has a label. */
export function Flag({ country, label = "" }: { country: string; label?: string }) {
  const code = flagCode(country);
  if (!code) return <span className={classes.none} title={label || undefined} aria-hidden="true" />;
  return (
    <img
      className={classes.flag}
      src={`/assets/flags/${code}.svg`}
      alt={label}
      title={label || undefined}
      width={18}
      height={12}
      loading="lazy"
      decoding="async"
    />
  );
}
