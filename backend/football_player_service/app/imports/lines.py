"""Lines of statistics as files state them, and how they are stored."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from football_player_service.app.clubs.models import Competition
from football_player_service.app.clubs.service import club_index, competition_index
from football_player_service.app.imports import competitions
from football_player_service.app.imports.folder import Source
from football_player_service.app.imports.models import Import
from football_player_service.app.imports.summary import Summary
from football_player_service.app.record import lines
from football_player_service.app.record.lines import Figure, Key, NewLine
from football_player_service.app.record.models import Span, StatLine

APPEARANCES = "appearances"  # the content of imports whose lines are sums of single games


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLine:
    """A player's statistics of one season, competition and club.

    The competition and club are the provider's ids, or the competition is a league's name.
    """

    span: Span
    year: int
    league: str | None = None
    competition: str | None = None
    club: str | None = None
    games: int
    minutes: int
    figures: Mapping[str, int] = field(default_factory=dict)
    rows: int = 1  # of the file


PlayerLines = tuple[str, Sequence[FileLine]]


@dataclass(frozen=True)
class Places:
    """The ids of competitions and clubs, by what the files call them."""

    competitions: Mapping[str, int]
    clubs: Mapping[str, int]

    def competition_id(self, line: FileLine) -> int | None:
        """The competition of a line, if it is known."""
        return self.competitions.get(line.competition or "") or self.competitions.get(
            line.league or ""
        )


def find_places(session: Session, source: Source) -> Places:
    """The competitions and clubs of a folder; those not known yet are added."""
    clubs, found_competitions = club_index(session), competition_index(session)
    labels = competitions.names(source)
    rows = competitions.read(source)
    by_code = {
        code: found_competitions.resolve(
            name=row.name,
            provider=source.provider,
            provider_id=code,
            country=row.country,
            short_name=labels[code],
        )
        for code, row in rows.items()
    }
    by_id = {}
    if source.path("clubs"):
        for _, row in source.open("clubs").rows(("provider_id", "name", "competition")):
            if row and row[0].strip() and row[1].strip():
                id_, name, code = (cell.strip() for cell in row)
                by_id[id_] = clubs.resolve(
                    name=name,
                    provider=source.provider,
                    provider_id=id_,
                    country=rows[code].country if code in rows else None,
                )
    found_competitions.save(session)
    clubs.save(session)
    ids = {code: named.saved_id for code, named in by_code.items()}
    cups = [ids[code] for code, row in rows.items() if row.is_cup]
    session.exec(update(Competition).where(col(Competition.id).in_(cups)).values(is_cup=True))
    return Places(
        competitions=ids | {labels[code]: id_ for code, id_ in ids.items() if code in labels},
        clubs={id_: named.saved_id for id_, named in by_id.items()},
    )


def store(
    session: Session,
    batch: Iterable[tuple[int, str, Sequence[FileLine]]],
    *,
    source: Source,
    places: Places,
    summary: Summary,
    import_id: UUID | None,
    fill_gaps: bool,
    per_game: bool,
) -> None:
    """Insert and update lines; those of single games replace the sums of their seasons."""
    season_ids: dict[tuple[Span, int], int] = {}
    rows: dict[Key, int] = defaultdict(int)
    new: dict[Key, NewLine] = {}
    for player_id, provider_id, of_player in batch:
        for line in of_player:
            season = (line.span, line.year)
            if season not in season_ids:
                season_ids[season] = lines.season_id(
                    session, provider=source.provider, span=line.span.value, year=line.year
                )
            added = NewLine(
                player_id=player_id,
                season_id=season_ids[season],
                competition_id=places.competition_id(line),
                club_id=places.clubs.get(line.club or ""),
                provider_id=provider_id,
                games=line.games,
                minutes=line.minutes,
                figures={name: Figure(value) for name, value in line.figures.items()},
            )
            rows[added.key] += line.rows
            new[added.key] = _sum(new[added.key], added) if added.key in new else added
    by_game, sums = _known_seasons(session, new)
    if per_game:
        seasons = {key[:2] for key in new}
        replaced = [id_ for key, id_ in sums.items() if key[:2] in seasons and key not in new]
        session.exec(delete(StatLine).where(col(StatLine.id).in_(replaced)))
    else:
        for key in [key for key in new if key[:2] in by_game]:
            summary.skip_many("the games of the season were imported", rows.pop(key))
            del new[key]
    stored = lines.store(
        session,
        list(new.values()),
        import_id=import_id,
        fill_gaps=new.keys() if fill_gaps else frozenset(),
    )
    summary.inserted += sum(rows[key] for key in stored.inserted)
    summary.updated += sum(rows[key] for key in stored.updated)
    summary.unchanged += sum(rows[key] for key in stored.unchanged)


def _sum(one: NewLine, other: NewLine) -> NewLine:
    """Two lines of which neither the competition nor the club is known."""
    figures = {
        name: Figure((one.figures[name].value or 0) + (figure.value or 0))
        for name, figure in other.figures.items()
    }
    return NewLine(
        player_id=one.player_id,
        season_id=one.season_id,
        competition_id=one.competition_id,
        club_id=one.club_id,
        provider_id=one.provider_id,
        games=(one.games or 0) + (other.games or 0),
        minutes=(one.minutes or 0) + (other.minutes or 0),
        figures=figures,
    )


def _known_seasons(
    session: Session, new: Mapping[Key, NewLine]
) -> tuple[set[tuple[int, int]], dict[Key, int]]:
    """The players and seasons with lines of single games; the ids of lines that are sums."""
    columns: list[Any] = [
        StatLine.id, StatLine.player_id, StatLine.season_id, StatLine.competition_id,
        StatLine.club_id, Import.content,
    ]  # fmt: skip
    statement = (
        select(*columns)
        .outerjoin(Import, col(StatLine.import_id) == Import.id)
        .where(
            col(StatLine.player_id).in_({key[0] for key in new}),
            col(StatLine.season_id).in_({key[1] for key in new}),
        )
    )
    by_game: set[tuple[int, int]] = set()
    sums: dict[Key, int] = {}
    for id_, player_id, season_id, competition_id, club_id, content in session.exec(statement):
        if content == APPEARANCES:
            by_game.add((player_id, season_id))
        else:
            sums[player_id, season_id, competition_id or 0, club_id or 0] = id_
    return by_game, sums
