"""Fictional players with careers."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session, SQLModel, col, select

from football_player_service.app.clubs.models import Club, Competition
from football_player_service.app.db import session_scope
from football_player_service.app.imports.models import Import, ImportState
from football_player_service.app.players import service as players
from football_player_service.app.players.schemas import PlayerFields
from football_player_service.app.record import lines, seasons
from football_player_service.app.record.lines import Figure, NewLine
from football_player_service.app.record.models import (
    Season,
    StatLine,
    StatValue,
    Transfer,
    Valuation,
)
from football_player_service.app.scouting import dossier
from football_player_service.app.scouting.schemas import Evidence

DAY = date(2026, 11, 1)
FIGURES = ("goals", "assists", "yellow_cards", "red_cards")


def player(**facts: Any) -> int:
    """Store a player with this data; the id. Only the name has a default."""
    fields = PlayerFields.model_validate({"full_name": "Ivo Testarossa"} | facts)
    with session_scope() as session:
        added = players.create(session, fields=fields)
        assert added.id is not None
        return added.id


def _store(rows: list[SQLModel]) -> None:
    with session_scope() as session:
        session.add_all(rows)


def season(
    player_id: int,
    year: int,
    *,
    span: str = "season",
    league: str | None = None,
    provider: str = "transfermarkt",
    games: int | None = 20,
    minutes: float | None = 1800,
    as_of: str | None = None,
    **figures: float | Figure,
) -> None:
    """Store a line of a season; the default is 20 games, 1,800 minutes and no goals.

    `as_of` is the date of the file.
    """
    usual = dict.fromkeys(FIGURES, 0)
    stated = {
        name: value if isinstance(value, Figure) else Figure(value)
        for name, value in (usual | figures).items()
    }
    with session_scope() as session:
        line = NewLine(
            player_id=player_id,
            season_id=lines.season_id(session, provider=provider, span=span, year=year),
            competition_id=competition(session, league) if league else None,
            games=games,
            minutes=minutes,
            figures=stated,
        )
        import_id = _imported(session, provider, date.fromisoformat(as_of)) if as_of else None
        lines.store(session, [line], import_id=import_id)


def _imported(session: Session, provider: str, as_of: date) -> UUID:
    """The id of an import of a file of that date."""
    added = Import(
        provider=provider,
        content="statistics",
        file_name="fictional.csv",
        sha256="",
        as_of=as_of,
        imported_by=None,
        state=ImportState.FINISHED,
        counts="{}",
    )
    session.add(added)
    session.flush()
    return added.id


def season_rows() -> list[tuple[Any, ...]]:
    """Span, year, league, games, minutes, goals, assists, yellow and red cards of every line."""
    statement = (
        select(StatLine, Season, Competition.name)
        .join(Season, col(Season.id) == StatLine.season_id)
        .outerjoin(Competition, col(Competition.id) == StatLine.competition_id)
        .order_by(col(StatLine.player_id), col(Season.span), col(Season.year))
    )
    with session_scope(writes=False) as session:
        values = {(v.line_id, v.metric): v.value for v in session.exec(select(StatValue))}
        return [
            (of.span, of.year, league, line.games, line.minutes,
             *(values.get((line.id or 0, name)) for name in FIGURES))
            for line, of, league in session.exec(statement)
        ]  # fmt: skip


def competition(session: Session, name: str) -> int:
    """The id of the competition, added if it is new."""
    found = session.exec(select(Competition).where(Competition.name == name)).first()
    if found is None:
        found = Competition(name=name, short_name=name)
        session.add(found)
        session.flush()
    assert found.id is not None
    return found.id


def compute() -> None:
    """Compute the statistics of every season that has changed."""
    with session_scope(writes=False) as session:
        stale = seasons.stale(session)
    for season_id in stale:
        seasons.recompute(season_id=season_id)


def valuations(player_id: int, values: dict[str, int]) -> None:
    """Store market values by date."""
    days = ((date.fromisoformat(day), value) for day, value in values.items())
    _store([Valuation(player_id=player_id, day=day, value=value) for day, value in days])


def transfer(
    player_id: int, day: str, from_club: str, to_club: str, fee: int | None = None
) -> None:
    """Store a transfer between clubs with these short names."""
    on, old, new = date.fromisoformat(day), club(from_club), club(to_club)
    _store([Transfer(player_id=player_id, day=on, from_club_id=old, to_club_id=new, fee=fee)])


def club(short_name: str) -> int:
    """The id of the club with this short name; it is added if there is none."""
    with session_scope() as session:
        found = session.exec(select(Club).where(Club.short_name == short_name)).first()
        if found is None:
            found = Club(name=short_name, short_name=short_name)
            session.add(found)
            session.flush()
        assert found.id is not None
        return found.id


def others(amount: int, year: int, position: str | None, **figures: Any) -> None:
    """Store `amount` players in the position, each with this season."""
    for number in range(amount):
        season(player(full_name=f"Other {number}", position=position), year, **figures)


def evidence(player_id: int, *, day: date = DAY) -> dict[str, Evidence]:
    """The player's evidence by id, after computing changed seasons."""
    compute()
    with session_scope(writes=False) as session:
        found = dossier.build(session, player_id=player_id, day=day).evidence
    by_id = {item.id: item for item in found}
    assert len(by_id) == len(found)
    return by_id


def values(player_id: int, start: str = "", *, day: date = DAY) -> dict[str, Any]:
    """The values of the evidence whose id starts with `start`, by the rest of the id."""
    found = evidence(player_id, day=day).items()
    return {id.removeprefix(start): item.value for id, item in found if id.startswith(start)}
