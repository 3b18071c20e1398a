"""`make eval`: whether reports are true, closed, fair and readable, as one table.

The data is the fictional sample, or that of DATASET_DIR and WIDE_DIR. Exits with 1 if a claim is
false or unchecked, a mutant is not caught, or a check fails.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from ai_service.report import Case
from evaluation import fairness, hostile, mutants, style, truth
from evaluation.database import data_set, imported
from evaluation.truth import Subject

SAMPLE_PLAYERS, DATA_SET_PLAYERS, LATER_PLAYERS, REPORTS, PLANS = 400, 2_000, 200, 500, 1_000


@dataclass(frozen=True)
class Row:
    """A check: what was tried, how often, and what is wrong."""

    name: str
    count: int
    faults: Sequence[str]


def main() -> int:
    """Run every part and print the table; the exit status."""
    options = _options()
    console, (name, files) = Console(width=120), data_set()
    console.print(f"{name}, seed {options.seed}")
    found = imported(files)
    players = options.players or (DATA_SET_PLAYERS if files.years else SAMPLE_PLAYERS)
    rows, subjects = [], list[Subject]()
    began = time.monotonic()
    for data, count, label in (
        (found, players, "true"), (found.later(months=8), LATER_PLAYERS, "true eight months later"),
    ):  # fmt: skip
        drawn = list(truth.subjects(data, data.draw(count, seed=options.seed), seed=options.seed))
        read = truth.read(drawn)
        of_claims = f"claims of {read.players:,} players, {len(read.claims)} types"
        rows.append(Row(f"{of_claims}: {label}", sum(read.claims.values()), read.false))
        rows.append(Row("  their phrasings: every number checked", read.sentences, read.unchecked))
        subjects += drawn
    rows += _others(subjects)
    measured = style.measure(s.dossier for s in subjects[:REPORTS])
    for item in measured:
        rows.append(Row(str(item), len(item.values), [] if item.is_kept else ["over the limit"]))
    _print(console, rows)
    console.print(f"{time.monotonic() - began:.0f} seconds")
    return 1 if any(row.faults for row in rows) else 0


def _others(subjects: list[Subject]) -> list[Row]:
    dossiers = [subject.dossier for subject in subjects]
    of_types = truth.of_every_type(subjects)
    worst, recommended = fairness.faults_of_the_worst(dossiers[:REPORTS])
    cases = [Case.of(subject.dossier) for subject in of_types[:20]]
    return [
        Row("mutants: caught", len(mutants.MUTANTS), mutants.uncaught(of_types)),
        Row("random plans: repaired, nothing but claims", PLANS,
            hostile.faults_of_plans(cases, PLANS)),
        Row("hostile names, clubs and questions: nothing but claims", len(of_types),
            hostile.faults_of_inputs(subject.dossier for subject in of_types)),
        Row("another name and nationality: nothing else changes", len(dossiers[:REPORTS]),
            fairness.faults_of_names(dossiers[:REPORTS])),
        Row("worst in every figure: neither follow up nor sign", worst, recommended),
    ]  # fmt: skip


def _print(console: Console, rows: Sequence[Row]) -> None:
    table = Table("check", "tried", "wrong")
    for row in rows:
        table.add_row(row.name, f"{row.count:,}", str(len(row.faults)))
    for row in rows:
        for fault in row.faults[:10]:
            console.print(f"{row.name.strip()}: {fault}", style="red", markup=False)
    console.print(table)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--players", type=int, help="how many claims are read of")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
