"""Lines of statistics that wait for a person to decide whose they are."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any
from uuid import UUID

import orjson
from sqlmodel import Session, col, select

from football_player_service.app.imports.matching import Candidate, Match, Undecided
from football_player_service.app.imports.models import WaitingLine
from football_player_service.app.imports.wide_file import Line
from football_player_service.app.record.lines import Figure

SKIP = "skip"

# What tells the lines of a player apart: span, year, competition and club.
Place = tuple[str, int, int | None, int | None]


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with its competition, club and figures, and the player if one was found."""

    line: Line
    competition_id: int | None
    club_id: int | None
    found: Match | Undecided
    games: int | None = None
    minutes: float | None = None
    figures: Mapping[str, Figure] = field(default_factory=dict)


class Queue:
    """The waiting lines of some of a provider's players, within one transaction."""

    def __init__(
        self, session: Session, *, provider: str, keys: Collection[str], import_id: UUID
    ) -> None:
        self.session, self.provider, self.import_id = session, provider, import_id
        statement = select(WaitingLine).where(
            WaitingLine.provider == provider, col(WaitingLine.provider_id).in_(keys)
        )
        self._rows: dict[str, dict[Place, WaitingLine]] = {}
        for row in session.exec(statement):
            self._rows.setdefault(row.provider_id, {})[place(orjson.loads(row.line))] = row

    def is_skipped(self, key: str) -> bool:
        """Whether a person decided to leave this player out."""
        return any(row.decision == SKIP for row in self._rows.get(key, {}).values())

    def put(self, placed: Placed, candidates: Sequence[Candidate]) -> bool:
        """Store a line that waits; whether that changes anything."""
        line = placed.line
        content: dict[str, Any] = {
            "span": line.season.span,
            "year": line.season.year,
            "competition_id": placed.competition_id,
            "club_id": placed.club_id,
            "competition": line.competition.name if line.competition else None,
            "club": line.club,
            "position": line.position,
            "games": placed.games,
            "minutes": placed.minutes,
            "figures": {name: list(figure) for name, figure in placed.figures.items()},
        }
        person = asdict(replace(line.person, as_of=None)) | {"facts": line.facts}
        texts = {
            "person": orjson.dumps(person).decode(),
            "candidates": orjson.dumps([asdict(c) for c in candidates]).decode(),
            "line": orjson.dumps(content).decode(),
        }
        of_player = self._rows.setdefault(line.person.key, {})
        if (row := of_player.get(place(content))) is None:
            row = WaitingLine(
                import_id=self.import_id,
                provider=self.provider,
                provider_id=line.person.key,
                row=line.number,
                person=texts["person"],
                candidates=texts["candidates"],
                line=texts["line"],
            )
            of_player[place(content)] = row
            self.session.add(row)
            return True
        # The figures tell whether the file is another; candidates change with the record.
        differs = row.line != texts["line"] or row.decision is not None
        row.decision = None  # of a player who was deleted since
        if differs:
            row.import_id, row.row = self.import_id, line.number
        for name, text in texts.items():
            setattr(row, name, text)
        self.session.add(row)
        return differs

    def settle(self, placed: Placed) -> bool:
        """Remove a line whose player a rule now finds; whether it was waiting."""
        season = placed.line.season
        of_player = self._rows.get(placed.line.person.key, {})
        key = (season.span.value, season.year, placed.competition_id, placed.club_id)
        row = of_player.get(key)
        if row is None or row.decision is not None:
            return False
        del of_player[key]
        self.session.delete(row)
        return True


def place(line: Mapping[str, Any]) -> Place:
    """Where a waiting line, as JSON, belongs."""
    return line["span"], line["year"], line["competition_id"], line["club_id"]


def undecided(session: Session) -> list[WaitingLine]:
    """The lines that wait, and those decided before, by provider and player."""
    statement = select(WaitingLine).order_by(
        WaitingLine.provider, WaitingLine.provider_id, col(WaitingLine.row)
    )
    return list(session.exec(statement))
