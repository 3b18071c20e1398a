const DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const TIME = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

/** 2027-06-30 as 30 Jun 2027. */
export const day = (iso: string) => DAY.format(new Date(iso)).replace("Sept", "Sep");

/** 2027-06-30 as Jun 2027. */
export const month = (iso: string) => day(iso).replace(/^\d+ /, "");

/** A time in the user's time zone: 30 Jun 2027, 14:05. */
export const moment = (iso: string) => TIME.format(new Date(iso)).replace("Sept", "Sep");

/** An ISO date in UTC: 2027-06-30. */
export const isoDay = (date: Date) => date.toISOString().slice(0, 10);

/** Whole years from an ISO birth date to the ISO date `today`. */
export function ageOn(born: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  return today.slice(5) < born.slice(5) ? years - 1 : years;
}

/** A duration: less than a second, 7 seconds, 1:23 minutes. */
export function took(seconds: number): string {
  if (seconds < 1) return "less than a second";
  if (seconds >= 60) return `${stopwatch(seconds)} minutes`;
  const whole = Math.round(seconds);
  return whole === 1 ? "1 second" : `${String(whole)} seconds`;
}

/** Seconds as minutes and seconds: 0:07, 1:23. */
export function stopwatch(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${String(Math.floor(whole / 60))}:${String(whole % 60).padStart(2, "0")}`;
}
