"""What an import did, in numbers and in lines to read."""

from collections.abc import Iterator
from dataclasses import dataclass, field

EXAMPLES = 10


@dataclass
class Tally:
    """How often something was met, and where first."""

    count: int = 0
    where: list[str] = field(default_factory=list)

    def add(self, where: str) -> None:
        """Count one more."""
        self.count += 1
        if len(self.where) < EXAMPLES:
            self.where.append(where)

    def absorb(self, other: "Tally") -> None:
        """Add what was counted further on."""
        self.count += other.count
        self.where = (self.where + other.where)[:EXAMPLES]

    def __str__(self) -> str:
        if not self.where:
            return f"{self.count:,}"
        more = ", …" if self.count > len(self.where) else ""
        return f"{self.count:,} (line {', '.join(self.where)}{more})"


@dataclass
class Summary:
    """The outcome of one file's import; lines count from 1."""

    read: int = 0
    inserted: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: dict[str, Tally] = field(default_factory=dict)
    notes: dict[str, Tally] = field(default_factory=dict)
    kept: dict[str, Tally] = field(default_factory=dict)

    def note(self, what: str, line: int) -> None:
        """A cell was not taken as it stood, or a field here was kept."""
        self.notes.setdefault(what, Tally()).add(str(line))

    def skip(self, reason: str, line: int, value: str = "") -> None:
        """A row was left out."""
        self.skipped.setdefault(reason, Tally()).add(f"{line}: {value!r}" if value else str(line))

    def note_many(self, what: str, count: int) -> None:
        """Something holds for so many rows that no line is worth naming."""
        self.notes.setdefault(what, Tally()).count += count

    def skip_many(self, reason: str, count: int) -> None:
        """So many rows were left out as a matter of course; none where `count` is 0."""
        if count:
            self.skipped.setdefault(reason, Tally()).count += count

    def keep(self, name: str, line: int) -> None:
        """A field says something else here than in the file, and stays."""
        self.kept.setdefault(name, Tally()).add(str(line))

    def absorb(self, other: "Summary") -> None:
        """Add what another part of the same import did."""
        self.read += other.read
        self.inserted += other.inserted
        self.updated += other.updated
        self.unchanged += other.unchanged
        for mine, its in (
            (self.skipped, other.skipped),
            (self.notes, other.notes),
            (self.kept, other.kept),
        ):
            for what, tally in its.items():
                mine.setdefault(what, Tally()).absorb(tally)

    def lines(self) -> Iterator[str]:
        """The summary for a person."""
        skipped = sum(tally.count for tally in self.skipped.values())
        yield (
            f"{self.read:,} read: {self.inserted:,} inserted, {self.updated:,} updated, "
            f"{self.unchanged:,} unchanged, {skipped:,} skipped"
        )
        if not self.inserted and not self.updated:
            yield "Nothing changed."
        yield from _section("Skipped rows:", self.skipped)
        yield from _section("Kept as it is here, though the file says otherwise:", self.kept)
        yield from _section("Notes:", self.notes)


def _section(title: str, tallies: dict[str, Tally]) -> Iterator[str]:
    if tallies:
        yield title
        for what, tally in sorted(tallies.items()):
            yield f"  {what}: {tally}"
