"""Stores lines of statistics: new ones are inserted, known ones updated where they differ."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import insert, update
from sqlmodel import Session, SQLModel, col, select

from football_player_service.app.db import insert_if_new, insert_rows
from football_player_service.app.record.models import Season, StatLine, StatValue

# For inserts: of a model, SQLAlchemy would group the rows by which columns are null.
_LINES = SQLModel.metadata.tables["stat_lines"]

# What identifies a line: player, season, competition and club; 0 where unknown.
Key = tuple[int, int, int, int]


class Figure(NamedTuple):
    """A metric as a file states it; null where it does not."""

    value: float | None
    per_90: float | None = None


class ValueRow(NamedTuple):
    """A row of `stat_values`."""

    line_id: int
    metric: str
    value: float | None
    per_90: float | None


@dataclass(frozen=True, slots=True)
class NewLine:
    """A line to store. What is null or missing leaves a stored figure as it is."""

    player_id: int
    season_id: int
    competition_id: int | None = None
    club_id: int | None = None
    provider_id: str | None = None
    position: str | None = None
    games: int | None = None
    minutes: float | None = None
    figures: Mapping[str, Figure] = field(default_factory=dict)

    @property
    def key(self) -> Key:
        """What identifies the line."""
        return self.player_id, self.season_id, self.competition_id or 0, self.club_id or 0


@dataclass
class Stored:
    """The keys of the lines that were inserted, updated, and found unchanged."""

    inserted: list[Key] = field(default_factory=list)
    updated: list[Key] = field(default_factory=list)
    unchanged: list[Key] = field(default_factory=list)


def season_id(session: Session, *, provider: str, span: str, year: int) -> int:
    """The id of a provider's season, which is added if it is new."""
    key = {"provider": provider, "span": span, "year": year}
    insert_if_new(session, Season, key | {"is_stale": True})
    found = select(Season.id).where(
        Season.provider == provider, Season.span == span, Season.year == year
    )
    id_ = session.exec(found).one()
    assert id_ is not None
    return id_


_COLUMNS = ("provider_id", "position", "games", "minutes")


def store(
    session: Session,
    lines: Sequence[NewLine],
    *,
    import_id: UUID | None = None,
    fill_gaps: Set[Key] = frozenset(),
) -> Stored:
    """Insert or update lines, each key at most once, and mark changed seasons as stale.

    Stored figures of lines in `fill_gaps` stay as they are; what is missing there is added.
    """
    known = _stored_lines(session, lines)
    values = _stored_values(session, [row["id"] for row in known.values()])
    result = Stored()
    new: list[NewLine] = []
    changed_lines: list[dict[str, Any]] = []
    new_values: list[ValueRow] = []
    changed_values: list[ValueRow] = []
    for line in lines:
        row = known.get(line.key)
        if row is None:
            new.append(line)
            result.inserted.append(line.key)
            continue
        given = {name: getattr(line, name) for name in _COLUMNS}
        given = {name: value for name, value in given.items() if value is not None}
        only_gaps = line.key in fill_gaps
        differs = {
            name: value
            for name, value in given.items()
            if row[name] != value and (row[name] is None or not only_gaps)
        }
        of_line = values.get(row["id"], {})
        added, changed = _differences(row["id"], line.figures, of_line, only_gaps=only_gaps)
        if differs or added or changed:
            result.updated.append(line.key)
            changed_lines.append({"id": row["id"], "import_id": import_id, **row, **differs})
            new_values += added
            changed_values += changed
        else:
            result.unchanged.append(line.key)
    new_values += _insert_lines(session, new, import_id)
    if changed_lines:
        session.exec(update(StatLine), params=changed_lines)
    insert_rows(session, StatValue, ValueRow._fields, new_values)
    if changed_values:
        session.exec(update(StatValue), params=[row._asdict() for row in changed_values])
    mark_stale(session, season_ids={key[1] for key in (*result.inserted, *result.updated)})
    return result


def _stored_lines(session: Session, lines: Iterable[NewLine]) -> dict[Key, dict[str, Any]]:
    columns: list[Any] = [StatLine.id, StatLine.player_id, StatLine.season_id,
                          StatLine.competition_id, StatLine.club_id,
                          *(getattr(StatLine, name) for name in _COLUMNS)]  # fmt: skip
    players = {line.player_id for line in lines}
    seasons = {line.season_id for line in lines}
    statement = select(*columns).where(
        col(StatLine.player_id).in_(players), col(StatLine.season_id).in_(seasons)
    )
    found = {}
    for row in session.exec(statement).mappings():
        key = (row["player_id"], row["season_id"], row["competition_id"] or 0, row["club_id"] or 0)
        found[key] = {name: row[name] for name in ("id", *_COLUMNS)}
    return found


def _stored_values(session: Session, line_ids: Sequence[int]) -> dict[int, dict[str, Figure]]:
    columns: list[Any] = [StatValue.line_id, StatValue.metric, StatValue.value, StatValue.per_90]
    found: dict[int, dict[str, Figure]] = {}
    statement = select(*columns).where(col(StatValue.line_id).in_(line_ids))
    for line_id, metric, value, per_90 in session.exec(statement):
        found.setdefault(line_id, {})[metric] = Figure(value, per_90)
    return found


def _differences(
    line_id: int, figures: Mapping[str, Figure], stored: Mapping[str, Figure], *, only_gaps: bool
) -> tuple[list[ValueRow], list[ValueRow]]:
    """The rows of new metrics, and of those whose figure differs."""
    added, changed = [], []
    for metric, figure in figures.items():
        old = stored.get(metric)
        if old is None:
            added.append(ValueRow(line_id, metric, *figure))
            continue
        base, preferred = (figure, old) if only_gaps else (old, figure)
        merged = Figure(
            base.value if preferred.value is None else preferred.value,
            base.per_90 if preferred.per_90 is None else preferred.per_90,
        )
        if merged != old:
            changed.append(ValueRow(line_id, metric, *merged))
    return added, changed


def _insert_lines(
    session: Session, lines: Sequence[NewLine], import_id: UUID | None
) -> list[ValueRow]:
    """Insert lines; the rows of their values."""
    if not lines:
        return []
    params = [
        {
            "player_id": line.player_id,
            "season_id": line.season_id,
            "competition_id": line.competition_id,
            "club_id": line.club_id,
            "import_id": import_id,
            **{name: getattr(line, name) for name in _COLUMNS},
        }
        for line in lines
    ]
    statement = insert(_LINES).returning(_LINES.c.id, sort_by_parameter_order=True)
    ids: list[int] = list(session.exec(statement, params=params).scalars())
    return [
        ValueRow(id_, metric, *figure)
        for id_, line in zip(ids, lines, strict=True)
        for metric, figure in line.figures.items()
    ]


def mark_stale(session: Session, *, season_ids: Set[int]) -> None:
    """Have the statistics of the seasons computed again."""
    if season_ids:
        session.exec(update(Season).where(col(Season.id).in_(season_ids)).values(is_stale=True))
