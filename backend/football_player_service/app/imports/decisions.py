"""Decisions about whose lines of statistics are: made by a person, remembered, and reversible."""

from collections.abc import Sequence
from typing import Any

import orjson
from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from football_player_service.app import pagecache
from football_player_service.app.db import after_commit, utc_now
from football_player_service.app.imports.matching import MatchRule
from football_player_service.app.imports.models import WaitingLine
from football_player_service.app.imports.waiting import SKIP, place
from football_player_service.app.players import service as players
from football_player_service.app.players.models import Player
from football_player_service.app.players.schemas import PlayerFields
from football_player_service.app.record import lines as record_lines
from football_player_service.app.record.lines import Figure, NewLine
from football_player_service.app.record.models import PlayerId, Season, StatLine, StatValue

NEW = "new"


class Undecidable(ValueError):
    """A decision that cannot be carried out; the message says why."""


def decide(
    session: Session, *, provider: str, provider_id: str, decision: str, username: str | None = None
) -> int | None:
    """Give the lines of a provider's player to a player (an id), to a new one, or to nobody.

    `decision` is the id of a player, `NEW` or `SKIP`. Lines that wait become lines of the player,
    and those of an earlier decision move. Returns the player's id. Raises `Undecidable`.
    """
    waiting = session.exec(
        select(WaitingLine)
        .where(WaitingLine.provider == provider, WaitingLine.provider_id == provider_id)
        .order_by(col(WaitingLine.row))
    ).all()
    known = session.get(PlayerId, (provider, provider_id))
    if not waiting and known is None:
        raise Undecidable(f"no line of {provider} waits for {provider_id!r}")
    if decision == SKIP:
        _take_back(session, provider, provider_id, waiting, username)
        return None
    player_id = _player(session, decision, waiting, known)
    if known is None:
        known = PlayerId(
            provider=provider,
            provider_id=provider_id,
            player_id=player_id,
            rule=MatchRule.MANUAL,
            decided_by=username,
        )
    before = known.player_id
    known.player_id = player_id
    known.rule = MatchRule.CREATED if decision == NEW else MatchRule.MANUAL
    known.decided_by, known.decided_at = username, utc_now()
    session.add(known)
    if before != player_id:
        _move(session, provider, provider_id, before, player_id)
    _give(session, waiting, player_id)
    _decided(session, waiting, str(player_id), username)
    return player_id


def _player(
    session: Session, decision: str, waiting: Sequence[WaitingLine], known: PlayerId | None
) -> int:
    if decision == NEW:
        if known and known.rule == MatchRule.CREATED:
            return known.player_id
        if not waiting:
            raise Undecidable("there is nothing to make a new player of")
        return _create(session, orjson.loads(waiting[0].person))
    if not decision.isdecimal() or session.get(Player, int(decision)) is None:
        raise Undecidable(f'no player has the id {decision!r}; write an id, "{NEW}" or "{SKIP}"')
    return int(decision)


def _create(session: Session, person: dict[str, Any]) -> int:
    """Add a player with what the file says."""
    fields = {"full_name": person["name"], **person["facts"]}
    player = players.create(session, fields=PlayerFields.model_validate(fields))
    assert player.id is not None
    return player.id


def _move(session: Session, provider: str, provider_id: str, before: int, after: int) -> None:
    """Move lines from one player to another. Raises `Undecidable` where that has the same line."""
    columns: list[Any] = [StatLine.season_id, StatLine.competition_id, StatLine.club_id]
    of_provider = select(Season.id).where(Season.provider == provider)
    moved = select(*[*columns, StatLine.id]).where(
        StatLine.player_id == before,
        StatLine.provider_id == provider_id,
        col(StatLine.season_id).in_(of_provider),
    )
    lines = session.exec(moved).all()
    there = session.exec(select(*columns).where(StatLine.player_id == after)).all()
    taken = {tuple(row) for row in there}
    if any(tuple(place) in taken for *place, _ in lines):
        raise Undecidable(
            f"player {after} already has a line of {provider} for the same season, competition and "
            "club"
        )
    ids = [id_ for *_, id_ in lines]
    session.exec(update(StatLine).where(col(StatLine.id).in_(ids)).values(player_id=after))
    _changed(session, {season_id for season_id, *_ in lines})


def _give(session: Session, waiting: Sequence[WaitingLine], player_id: int) -> None:
    """Store the lines that waited as lines of the player."""
    for row in waiting:
        if row.decision not in (None, SKIP):
            continue  # it was a line already, and moved
        line = orjson.loads(row.line)
        season_id = record_lines.season_id(
            session, provider=row.provider, span=line["span"], year=line["year"]
        )
        new = NewLine(
            player_id=player_id,
            season_id=season_id,
            competition_id=line["competition_id"],
            club_id=line["club_id"],
            provider_id=row.provider_id,
            position=line["position"],
            games=line["games"],
            minutes=line["minutes"],
            figures={name: Figure(*figure) for name, figure in line["figures"].items()},
        )
        record_lines.store(session, [new], import_id=row.import_id)
        _changed(session, {season_id})


def _take_back(
    session: Session,
    provider: str,
    provider_id: str,
    waiting: Sequence[WaitingLine],
    username: str | None,
) -> None:
    """Turn the lines of a decided player into lines that wait, to be skipped."""
    of_provider = select(Season.id).where(Season.provider == provider)
    stored = session.exec(
        select(StatLine, Season)
        .join(Season, col(Season.id) == StatLine.season_id)
        .where(StatLine.provider_id == provider_id, col(StatLine.season_id).in_(of_provider))
    ).all()
    rows = list(waiting)
    known = {place(orjson.loads(row.line)): row for row in rows}
    for line, season in stored:
        content = _content(session, line, season)
        if (row := known.get(place(content))) is None:
            if line.import_id is None:
                raise Undecidable("the lines are not of an imported file; delete them instead")
            person = orjson.loads(rows[0].person) if rows else _person(provider, provider_id)
            row = WaitingLine(
                import_id=line.import_id,
                provider=provider,
                provider_id=provider_id,
                row=0,
                person=orjson.dumps(person).decode(),
                candidates="[]",
                line="",
            )
            rows.append(row)
        row.line = orjson.dumps(content).decode()
    ids = [line.id for line, _ in stored]
    session.exec(delete(StatLine).where(col(StatLine.id).in_(ids)))
    if decided := session.get(PlayerId, (provider, provider_id)):
        session.delete(decided)
    _changed(session, {line.season_id for line, _ in stored})
    _decided(session, rows, SKIP, username)


def _content(session: Session, line: StatLine, season: Season) -> dict[str, Any]:
    """A stored line as one that waits."""
    values = session.exec(select(StatValue).where(StatValue.line_id == line.id)).all()
    return {
        "span": season.span,
        "year": season.year,
        "competition_id": line.competition_id,
        "club_id": line.club_id,
        "competition": None,
        "club": None,
        "position": line.position,
        "games": line.games,
        "minutes": line.minutes,
        "figures": {value.metric: [value.value, value.per_90] for value in values},
    }


def _person(provider: str, provider_id: str) -> dict[str, Any]:
    """What is known of a player whose lines never waited."""
    parts = provider_id.split("|")
    name = parts[1].title() if parts[0] == "name" and len(parts) > 1 else provider_id
    return {"provider": provider, "name": name, "facts": {}}


def _decided(
    session: Session, rows: Sequence[WaitingLine], decision: str, username: str | None
) -> None:
    for row in rows:
        if row.decision != decision:
            row.decision, row.decided_by, row.decided_at = decision, username, utc_now()
        session.add(row)
    session.flush()


def _changed(session: Session, season_ids: set[int]) -> None:
    record_lines.mark_stale(session, season_ids=season_ids)
    after_commit(session, pagecache.invalidate)
