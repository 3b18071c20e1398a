"""The record of a player: seasons, valuations and transfers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Date, Uuid, column, func, table
from sqlmodel import Session, col, select

from football_player_service.app.clubs import service as clubs
from football_player_service.app.clubs.models import Club
from football_player_service.app.record.models import (
    Cohort,
    Season,
    SeasonStat,
    Span,
    StatLine,
    StatValue,
    Transfer,
    Valuation,
)

# By name: the slice with this table uses this one.
_imports = table("imports", column("id", Uuid()), column("as_of", Date()))


class Stat(NamedTuple):
    """The figures of a `SeasonStat`."""

    value: float | None
    per_90: float | None
    derived: str | None
    percentile: float | None
    rank: int | None
    cohort_id: int | None
    league_percentile: float | None
    league_rank: int | None
    league_cohort_id: int | None


@dataclass(frozen=True)
class PlayerSeason:
    """A season of a player from one provider: figures over all its competitions and clubs."""

    season: Season
    stats: Mapping[str, Stat]  # by metric

    def value(self, metric: str) -> float | None:
        """The total, percentage or index; null if unknown."""
        stat = self.stats.get(metric)
        return stat.value if stat else None

    @property
    def minutes(self) -> float:
        """0 if unknown."""
        return self.value("minutes") or 0


def seasons(session: Session, *, player_id: int) -> list[PlayerSeason]:
    """The player's seasons of all providers: by provider and span, earliest first."""
    # Columns: there may be thousands of figures, and SQLAlchemy needs 20 µs to make an object.
    columns: list[Any] = [getattr(SeasonStat, name) for name in Stat._fields]
    statement = select(SeasonStat.season_id, SeasonStat.metric, *columns).where(
        SeasonStat.player_id == player_id
    )
    stats: dict[int, dict[str, Stat]] = {}
    for row in session.exec(statement):
        stats.setdefault(row[0], {})[row[1]] = Stat._make(row[2:])
    order = (col(Season.provider), col(Season.span), col(Season.year))
    found = session.exec(select(Season).where(col(Season.id).in_(stats)).order_by(*order))
    return [PlayerSeason(season, stats[season.id]) for season in found if season.id is not None]


def series(found: Iterable[PlayerSeason]) -> list[list[PlayerSeason]]:
    """The seasons by provider and span, in the order of `seasons`."""
    by_series: dict[tuple[str, str], list[PlayerSeason]] = {}
    for season in found:
        by_series.setdefault((season.season.provider, season.season.span), []).append(season)
    return list(by_series.values())


def season_dates(session: Session, *, player_id: int | None = None) -> dict[int, date]:
    """The date of each season's data (of the player's, if given), by the season's id.

    It is that of the newest import; seasons without a date are left out.
    """
    statement: Any = (
        select(StatLine.season_id, func.max(_imports.c.as_of))
        .join(_imports, _imports.c.id == StatLine.import_id)
        .where(_imports.c.as_of.is_not(None))
        .group_by(col(StatLine.season_id))
    )
    if player_id is not None:
        statement = statement.where(StatLine.player_id == player_id)
    return dict(session.exec(statement).all())


def main_seasons(found: Sequence[PlayerSeason]) -> list[PlayerSeason]:
    """The seasons of one provider that tell most of the career, earliest first.

    Those of the provider with most seasons; seasons rather than calendar years.
    """
    spans = [[s for s in found if s.season.span == span] for span in (Span.SEASON, Span.YEAR)]
    for of_span in spans:
        if of_span:
            providers = [s.season.provider for s in of_span]
            main = max(sorted(set(providers)), key=providers.count)
            return [s for s in of_span if s.season.provider == main]
    return []


def latest_year(session: Session, *, season: Season) -> int:
    """The latest year of the season's provider and span; its data may be incomplete."""
    statement = select(func.max(Season.year)).where(
        Season.provider == season.provider, Season.span == season.span
    )
    return session.exec(statement).one() or season.year


def cohorts(session: Session, stats: Iterable[Stat]) -> dict[int, Cohort]:
    """The cohorts of the figures' percentiles, by id."""
    ids = {id for stat in stats for id in (stat.cohort_id, stat.league_cohort_id) if id}
    rows = session.exec(select(Cohort).where(col(Cohort.id).in_(ids))).all()
    return {row.id: row for row in rows if row.id is not None}


def league_names(session: Session, found: Iterable[Cohort]) -> dict[int, str]:
    """The short names of the leagues of cohorts, by the competition's id."""
    ids = {cohort.competition_id for cohort in found if cohort.competition_id}
    return clubs.competition_names(session, ids=ids)


@dataclass(frozen=True)
class Line:
    """A stored line with its values, and the short names of its competition and club."""

    line: StatLine
    competition: str | None
    club: str | None
    values: Mapping[str, StatValue]  # by metric


def lines(session: Session, *, player_id: int) -> dict[int, list[Line]]:
    """The player's lines by season id, those with most minutes first."""
    statement = select(StatLine).where(StatLine.player_id == player_id)
    stored = session.exec(
        statement.order_by(col(StatLine.minutes).desc().nulls_last(), col(StatLine.id))
    ).all()
    values: dict[int, dict[str, StatValue]] = {}
    of_player = select(StatValue).join(StatLine).where(StatLine.player_id == player_id)
    for value in session.exec(of_player):
        values.setdefault(value.line_id, {})[value.metric] = value
    competition_ids = {line.competition_id for line in stored if line.competition_id}
    competitions = clubs.competition_names(session, ids=competition_ids)
    of_lines = clubs.shown(session, ids={line.club_id for line in stored if line.club_id})
    found: dict[int, list[Line]] = {}
    for line in stored:
        assert line.id is not None
        competition = competitions.get(line.competition_id or 0)
        club = of_lines.get(line.club_id or 0)
        short_name = club.short_name if club else None
        of_line = Line(line, competition, short_name, values.get(line.id, {}))
        found.setdefault(line.season_id, []).append(of_line)
    return found


def valuations(session: Session, *, player_id: int, until: date) -> Sequence[Valuation]:
    """The player's market values up to and including `until`, earliest first."""
    statement = select(Valuation).where(
        Valuation.player_id == player_id, col(Valuation.day) <= until
    )
    return session.exec(statement.order_by(col(Valuation.day))).all()


@dataclass(frozen=True, slots=True)
class Move:
    """A transfer with its clubs as they are known now. `fee` is whole euros; null if unknown."""

    day: date
    from_club: Club
    to_club: Club
    fee: int | None


def transfers(session: Session, *, player_id: int, until: date) -> Sequence[Move]:
    """The player's transfers up to and including `until`, latest first."""
    statement = select(Transfer).where(Transfer.player_id == player_id, col(Transfer.day) <= until)
    stored = session.exec(statement).all()
    ids = {id for transfer in stored for id in (transfer.from_club_id, transfer.to_club_id)}
    known = clubs.shown(session, ids=ids)
    found: dict[tuple[date, int | None, int | None], Move] = {}
    # Of two that are one since their clubs were merged, the one with a fee.
    for transfer in sorted(stored, key=lambda transfer: transfer.fee is not None):
        from_club, to_club = known[transfer.from_club_id], known[transfer.to_club_id]
        key = (transfer.day, from_club.id, to_club.id)
        found[key] = Move(transfer.day, from_club, to_club, transfer.fee)
    # Of two transfers on one day, the later one starts where the other ended.
    arrivals = {(move.day, move.to_club.id) for move in found.values()}

    def order(move: Move) -> tuple[date, bool, str, str]:
        is_onward = (move.day, move.from_club.id) in arrivals
        return move.day, is_onward, move.from_club.short_name, move.to_club.short_name

    return sorted(found.values(), key=order, reverse=True)
