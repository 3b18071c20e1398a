"""What an import did: numbers, and lines to read."""

from collections.abc import Iterator
from dataclasses import dataclass, field

EXAMPLES = 10


@dataclass
class Tally:
    """How many rows something applies to, and the first of them ("line: cell")."""

    count: int = 0
    examples: list[str] = field(default_factory=list)

    def add(self, line: int, cell: str = "") -> None:
        """Count one more row."""
        self.count += 1
        if len(self.examples) < EXAMPLES:
            self.examples.append(f"{line}: {cell!r}" if cell else str(line))

    def __str__(self) -> str:
        if not self.examples:
            return f"{self.count:,}"
        more = ", …" if self.count > len(self.examples) else ""
        return f"{self.count:,} (line {', '.join(self.examples)}{more})"


Tallies = dict[str, Tally]


@dataclass
class Summary:
    """The outcome of importing one file; lines count from 1."""

    read: int = 0
    inserted: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: Tallies = field(default_factory=dict)
    ignored: Tallies = field(default_factory=dict)
    kept: Tallies = field(default_factory=dict)
    newer: Tallies = field(default_factory=dict)
    notes: Tallies = field(default_factory=dict)
    unreadable_columns: list[str] = field(default_factory=list)  # no cell of which can be read

    def skip(self, reason: str, line: int, cell: str = "") -> None:
        """A row was not imported."""
        self.skipped.setdefault(reason, Tally()).add(line, cell)

    def skip_many(self, reason: str, count: int) -> None:
        """`count` rows, too many to list, were not imported."""
        if count:
            self.skipped.setdefault(reason, Tally()).count += count

    def ignore(self, problem: str, line: int, cell: str) -> None:
        """A cell was not imported; the rest of its row was."""
        self.ignored.setdefault(problem, Tally()).add(line, cell)

    def keep(self, name: str, line: int) -> None:
        """A field edited here keeps its value, although the file has another."""
        self.kept.setdefault(name, Tally()).add(line)

    def keep_newer(self, name: str, line: int) -> None:
        """A field keeps its value, as the file is older."""
        self.newer.setdefault(name, Tally()).add(line)

    def note(self, what: str, line: int, cell: str = "") -> None:
        """A value was changed on its way in."""
        self.notes.setdefault(what, Tally()).add(line, cell)

    def note_many(self, what: str, count: int) -> None:
        """Something applies to `count` rows, too many to list."""
        self.notes.setdefault(what, Tally()).count += count

    @property
    def rejected(self) -> int:
        """The number of rows that were not imported."""
        return sum(tally.count for tally in self.skipped.values())

    @property
    def accepted(self) -> int:
        """The number of rows whose data is in the record."""
        return self.inserted + self.updated + self.unchanged

    @property
    def nothing_imported(self) -> bool:
        """Whether no row could be used, and some because of what they say."""
        listed = any(tally.examples for tally in self.skipped.values())
        return listed and not self.accepted

    @property
    def is_complete(self) -> bool:
        """Whether something of every column was imported."""
        return not self.nothing_imported and not self.unreadable_columns

    def counts(self) -> dict[str, int]:
        """Rows read, and what became of them; the others add up to those read."""
        return {
            "read": self.read,
            "inserted": self.inserted,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "rejected": self.rejected,
        }

    def lines(self) -> Iterator[str]:
        """The summary, ready to print."""
        yield (
            f"{self.read:,} read: {self.inserted:,} inserted, {self.updated:,} updated, "
            f"{self.unchanged:,} unchanged, {self.rejected:,} rejected"
        )
        if not self.inserted and not self.updated:
            yield "Nothing changed."
        if self.unreadable_columns:
            yield f"Not one cell can be read of: {', '.join(self.unreadable_columns)}"
        yield from section("Rejected rows:", self.skipped)
        yield from section("Ignored cells:", self.ignored)
        yield from section("Fields edited here, kept although the file differs:", self.kept)
        yield from section("Newer values kept, as the file is older:", self.newer)
        yield from section("Notes:", self.notes)
        if self.ignored or any(tally.examples for tally in self.skipped.values()):
            yield "Correct the file and run it again to import the rejected rows and ignored cells."


def section(title: str, tallies: Tallies) -> Iterator[str]:
    """The title and a line per tally; nothing without any."""
    if tallies:
        yield title
        for what, tally in sorted(tallies.items()):
            yield f"  {what}: {tally}"
