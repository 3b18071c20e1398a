"""What importing a file of statistics did, ready to print."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from football_player_service.app.imports.arithmetic import Check
from football_player_service.app.imports.summary import Tallies, section


@dataclass
class Report:
    """What an import did. Rows read are those inserted, updated, unchanged, rejected and waiting.

    `rules` counts the lines by how their player was found, `not_taken` says why a column was not
    stored, `unreadable` names the columns of which no cell can be read.
    """

    file_name: str
    read: int = 0
    inserted: int = 0
    updated: int = 0
    unchanged: int = 0
    waiting: int = 0
    rejected: Tallies = field(default_factory=dict)
    rules: Counter[str] = field(default_factory=Counter)
    taken: list[str] = field(default_factory=list)
    not_taken: dict[str, str] = field(default_factory=dict)
    checks: list[Check] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)

    @property
    def rejected_rows(self) -> int:
        """The rows that were not imported."""
        return sum(tally.count for tally in self.rejected.values())

    @property
    def is_success(self) -> bool:
        """Whether rows of the file are in the record now, and every column could be read."""
        return bool(self.inserted or self.updated or self.unchanged) and not self.unreadable

    def counts(self) -> dict[str, int]:
        """The number of rows by what became of them."""
        return {
            "read": self.read,
            "inserted": self.inserted,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "rejected": self.rejected_rows,
            "waiting": self.waiting,
        }

    def lines(self) -> Iterator[str]:
        """The report, ready to print."""
        counts = self.counts()
        read = counts.pop("read")
        yield f"{read:,} read: " + ", ".join(f"{n:,} {what}" for what, n in counts.items())
        if self.rules:
            yield "Players found by:"
            for rule, count in self.rules.most_common():
                yield f"  {rule.replace('_', ' ')}: {count:,} lines"
        failed = [check for check in self.checks if not check.passed]
        yield f"Arithmetic: {len(self.checks) - len(failed)} of {len(self.checks)} checks passed."
        yield from (f"  {check}" for check in failed)
        yield f"{len(self.taken)} columns taken, {len(self.not_taken)} not:"
        reasons: dict[str, list[str]] = {}
        for name, reason in self.not_taken.items():
            reasons.setdefault(reason, []).append(name)
        yield from (f"  {reason}: {', '.join(names)}" for reason, names in reasons.items())
        yield from section("Rejected rows:", self.rejected)
        if self.notes:
            yield "Notes:"
            yield from (f"  {note}" for note in self.notes)
        if self.waiting:
            yield (
                f"{self.waiting:,} lines wait for a decision: no rule finds their player. "
                "Write them to a file with --review FILE."
            )
