import { once } from "node:events";
import { join } from "node:path";
import { python } from "./stack.ts";

// A file as FBref's, of the first 40 centre-forwards of the fictional sample: the second one with
// two clubs, the third one with few minutes.
const WRITE = `
import csv, sys
from scripts.load_csv_data import SAMPLE

with (SAMPLE / "players.csv").open(encoding="utf-8", newline="") as file:
    forwards = [row for row in csv.DictReader(file)
                if row["sub_position"] == "Centre-Forward" and row["last_season"] == "2026"][:40]
with open(sys.argv[1], "w", encoding="utf-8", newline="") as file:
    out = csv.writer(file)
    out.writerow(["Player", "Date of birth", "Squad", "Comp", "MP", "Min", "Gls", "Ast", "Sh", "SoT",
                  "CrdY", "Touches"])
    for number, row in enumerate(forwards):
        minutes = 720 if number == 2 else 1800
        line = [row["name"], row["date_of_birth"][:10], row["current_club_name"], "Crown League",
                minutes // 90, minutes, number % 20, number % 7, 40 + number, 20, number % 5, ""]
        out.writerow(line)
        if number == 1:
            out.writerow([*line[:2], "Espinocerro", "Liga del Faro", 4, 360, 3, 1, 12, 6, 0, 99])
`;

export const STATISTICS = {
  twoClubs: "Barnaby Thornberry",
  fewMinutes: "Lamine Gomiba",
  notSeenSince2019: "Anders Sundås",
} as const;

async function run(command: string[], data: string) {
  const child = python(["python", ...command], { DATA_DIR: data });
  child.stdout?.resume();
  const [status] = (await once(child, "exit")) as [number];
  if (status !== 0) throw new Error(`Failed: ${command.join(" ").slice(0, 200)}`);
}

/** Imports statistics of a second provider for players of the sample. */
export async function loadStatistics(data: string) {
  const file = join(data, "statistics.csv");
  await run(["-c", WRITE, file], data);
  await run(
    [
      "scripts/load_csv_data.py", file, "--provider", "fbref", "--season", "2026/27",
      "--as-of", "2026-10-31", "--yes",
    ],
    data,
  ); // prettier-ignore
}
