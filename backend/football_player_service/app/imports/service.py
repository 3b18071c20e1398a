"""Stores the players of a file. Importing the same file again changes nothing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import orjson
from sqlalchemy import delete, exists, func, update
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, SQLModel, col, select

from football_player_service.app import pagecache
from football_player_service.app.clubs import service as clubs
from football_player_service.app.clubs.index import Wanted
from football_player_service.app.db import after_commit, insert_rows, session_scope, utc_now
from football_player_service.app.imports import competitions
from football_player_service.app.imports.cells import CLUB_LENGTH
from football_player_service.app.imports.matching import Match, Matcher, MatchRule, Person
from football_player_service.app.imports.merge import FIELDS, merge
from football_player_service.app.imports.player_facts import (
    OF_CLUB,
    STATUS,
    ClubKey,
    ClubOf,
    PlayerRow,
    PlayersFile,
)
from football_player_service.app.imports.statuses import WITHOUT_CLUB
from football_player_service.app.imports.summary import Summary
from football_player_service.app.players import derived
from football_player_service.app.players.ages import today
from football_player_service.app.players.models import Player
from football_player_service.app.record.models import PlayerId

PLAYERS = SQLModel.metadata.tables["players"]

# The provider's id, the player, the rule by which it was found, and the facts.
IdRow = tuple[str, int, str, str]
Scope = Callable[[], AbstractContextManager[Session]]


class BatchFailed(Exception):
    """A batch was rolled back; the message names its rows. Those before it are stored."""


def cause(error: DBAPIError) -> str:
    """What the database said, in one line."""
    return str(error.orig).strip().splitlines()[0]


@dataclass
class PlayerImport:
    """One import of a file of players."""

    file: PlayersFile
    summary: Summary
    as_of: date | None
    fill_gaps: bool = False  # and change nothing else: the data is older than the record
    matcher: Matcher | None = field(default=None, init=False)
    has_other_facts: bool = field(default=False, init=False)  # stated by other providers
    is_first: bool = field(default=False, init=False)  # there are no players yet

    @property
    def provider(self) -> str:
        """The provider of the file."""
        return self.file.file.source.provider

    @cached_property
    def clear_if_empty(self) -> frozenset[str]:
        """The fields that an empty cell empties."""
        columns = self.file.file.source.options.clear_if_empty
        found = self.file.file.column_of.items()
        return frozenset(name for name, column in found if column.casefold() in columns)


def load(
    players: PlayerImport,
    *,
    scope: Scope = session_scope,
    on_progress: Callable[[int], None] = lambda _read: None,
) -> None:
    """Insert each player, or update the stored one, in a transaction per batch of rows.

    Raises `BatchFailed`.
    """
    file, summary = players.file, players.summary
    with scope() as session:
        file.clubs = _clubs(session, file)
        newest = session.exec(select(func.max(Player.last_season))).one() or 0
        players.is_first = session.exec(select(Player.id).limit(1)).first() is None
        if _has_others(session, players.provider):
            players.matcher = Matcher(session)
        others = exists().where(
            col(PlayerId.provider) != players.provider, col(PlayerId.facts).is_not(None)
        )
        players.has_other_facts = session.exec(select(others)).one()
    done = 0
    for batch in file.batches(summary, newest_season=max(newest, file.newest_season)):
        try:
            with scope() as session:
                _store_batch(session, batch, players)
        except DBAPIError as error:
            raise BatchFailed(
                f"{file.file.name}: rows {done + 1:,} to {summary.read:,} were not stored "
                f"({cause(error)}). The rows before them were; run the import again to continue."
            ) from error
        done = summary.read
        on_progress(done)


def _clubs(session: Session, file: PlayersFile) -> dict[ClubKey, ClubOf]:
    """The clubs that the file names; those not known yet are added."""
    source = file.file.source
    leagues = competitions.read(source)
    wanted: dict[ClubKey, Wanted] = {}
    for key in sorted(file.club_keys, key=lambda key: (not key[0], key)):  # ids first
        provider_id, name, league = key
        if 0 < len(name) <= CLUB_LENGTH and name not in source.mapping.without_club:
            country = row.country if (row := leagues.get(league)) else None
            wanted[key] = (name, provider_id or None, country)
    index = clubs.club_index(session, wanted=wanted.values())
    found = {
        key: index.resolve(
            name=name, provider=source.provider, provider_id=provider_id, country=country
        )
        for key, (name, provider_id, country) in wanted.items()
    }
    index.save(session)
    words = clubs.search_words(session, ids={club.saved_id for club in found.values()})
    return {
        key: ClubOf(club.saved_id, index[club.saved_id].short_name, words[club.saved_id])
        for key, club in found.items()
    }


def _has_others(session: Session, provider: str) -> bool:
    """Whether there are players without an id of the provider, who may be some of the file's."""
    ids = select(PlayerId.player_id).where(PlayerId.provider == provider)
    others = (col(Player.source).is_distinct_from(provider), col(Player.id).not_in(ids))
    return session.exec(select(exists().where(*others))).one()


@dataclass(slots=True)
class _Known:
    """The stored player of a row: the columns in `_COLUMNS`, and what the provider last stated."""

    row: Sequence[Any]
    facts: str | None
    rule: MatchRule | None = None  # of an id that is not stored yet

    @property
    def player_id(self) -> int:
        """The player's id."""
        id_: int = self.row[0]
        return id_

    @property
    def stored(self) -> dict[str, Any]:
        """The columns by name."""
        return dict(zip(_COLUMNS, self.row, strict=True))


_COLUMNS = ("id", "data_as_of", "club_id", *FIELDS)


def _store_batch(session: Session, batch: Sequence[PlayerRow], players: PlayerImport) -> None:
    summary = players.summary
    known = {} if players.is_first else _known(session, batch, players)
    others = _other_facts(session, known, players)
    new = [player for player in batch if player.provider_id not in known]
    changes: dict[int, dict[str, Any]] = {}
    new_ids: list[IdRow] = []
    facts_by_id: dict[str, str] = {}
    for player in batch:
        if (found := known.get(player.provider_id)) is None:
            _empty_without_club(player, summary)
            continue
        if _is_unchanged(player, found, players):
            continue
        last = orjson.loads(found.facts) if found.facts else None
        stored = found.stored
        _keep_without_club(player, stored, last)
        _empty_without_club(player, summary)
        changed = _changes(player, stored, last, others.get(found.player_id, ()), players)
        if changed:
            changes[found.player_id] = changed
        record = _record(player, last, changed, players)
        if found.rule:
            new_ids.append((player.provider_id, found.player_id, found.rule.value, record))
        elif record != found.facts:
            facts_by_id[player.provider_id] = record
    inserted = _insert(session, new, players)
    new_ids += [
        (player.provider_id, inserted[player.provider_id], MatchRule.CREATED.value,
         orjson.dumps(player.facts).decode())
        for player in new
    ]  # fmt: skip
    _update(session, changes)
    _store_facts(session, players.provider, new_ids, facts_by_id)
    if new or changes:
        after_commit(session, pagecache.invalidate)
    summary.inserted += len(new)
    summary.updated += len(changes)
    summary.unchanged += len(batch) - len(new) - len(changes)


def _is_unchanged(player: PlayerRow, known: _Known, players: PlayerImport) -> bool:
    """Whether the file says what it said last time, and the record too: the usual case."""
    facts = player.facts
    if facts.get(STATUS) in WITHOUT_CLUB or known.facts != orjson.dumps(facts).decode():
        return False
    _, as_of, club_id, *fields = known.row
    if players.as_of and (as_of is None or as_of < players.as_of):
        return False
    return club_id == player.club_id and fields == [facts.get(name) for name in FIELDS]


def _changes(
    player: PlayerRow,
    stored: Mapping[str, Any],
    last: Mapping[str, Any] | None,
    others: Sequence[Mapping[str, Any]],
    players: PlayerImport,
) -> dict[str, Any]:
    """What the import changes of a stored player."""
    summary = players.summary
    merged = merge(
        player,
        stored=stored,
        last_import=last,
        other_imports=others,
        clear_if_empty=players.clear_if_empty,
        fill_gaps=players.fill_gaps,
    )
    for name in merged.edited:
        summary.keep(name, player.line)
    for name in merged.newer:
        summary.keep_newer(name, player.line)
    changed = merged.changed
    if changed.get("current_team", stored["current_team"]) == player.facts.get("current_team"):
        if player.club and player.club.id != stored["club_id"]:
            changed["club_id"] = player.club.id
    elif "current_team" in changed:
        changed["club_id"] = None
    if players.fill_gaps:
        return changed
    as_of, known_as_of = players.as_of, stored["data_as_of"]
    if as_of and (known_as_of is None or known_as_of < as_of):
        changed["data_as_of"] = as_of
    elif not as_of and known_as_of and any(stored[name] is not None for name in merged.changed):
        changed["data_as_of"] = None  # it dates the old values, and the file has no date
    return changed


def _other_facts(
    session: Session, known: Mapping[str, _Known], players: PlayerImport
) -> dict[int, list[dict[str, Any]]]:
    """What other providers last stated about players, by player id."""
    found: dict[int, list[dict[str, Any]]] = {}
    if players.has_other_facts:
        statement = select(PlayerId.player_id, PlayerId.facts).where(
            PlayerId.provider != players.provider,
            col(PlayerId.player_id).in_([one.player_id for one in known.values()]),
            col(PlayerId.facts).is_not(None),
        )
        for player_id, facts in session.exec(statement):
            found.setdefault(player_id, []).append(orjson.loads(facts or "{}"))
    return found


def _keep_without_club(
    player: PlayerRow, stored: Mapping[str, Any], last: Mapping[str, Any] | None
) -> None:
    """A retired player stays retired unless a transfer or a later season says otherwise."""
    if not last or last.get(STATUS) not in WITHOUT_CLUB or player.has_moved:
        return
    if player.facts.get("last_season", 0) <= (stored["last_season"] or 0):
        player.facts[STATUS] = last[STATUS]


def _empty_without_club(player: PlayerRow, summary: Summary) -> None:
    status = player.facts.get(STATUS)
    if status in WITHOUT_CLUB:
        for name in OF_CLUB:
            player.facts.pop(name, None)
        player.unreadable -= {*OF_CLUB}
        player.club = None
        summary.note(f"{status}: club, league and contract left empty", player.line)


def _record(
    player: PlayerRow,
    last: Mapping[str, Any] | None,
    changed: Mapping[str, Any],
    players: PlayerImport,
) -> str:
    """What the provider last stated about the player, as JSON; an empty cell states nothing."""
    stated = orjson.loads(orjson.dumps(player.facts))
    if players.fill_gaps and last is not None:
        filled = {name: value for name, value in stated.items() if name in changed}
        return orjson.dumps({**last, **filled}).decode()
    emptied = {name for name, value in changed.items() if value is None} if last else set()
    if player.facts.get(STATUS) in WITHOUT_CLUB:
        emptied |= {*OF_CLUB}
    kept = {n: value for n, value in (last or {}).items() if n not in stated and n not in emptied}
    merged = {**kept, **stated}
    return orjson.dumps({name: merged[name] for name in FIELDS if name in merged}).decode()


def _known(
    session: Session, batch: Sequence[PlayerRow], players: PlayerImport
) -> dict[str, _Known]:
    """The stored players of the batch, locked, by the provider's id."""
    # Columns, as reading 32,601 players whole takes three times as long.
    columns: list[Any] = [PLAYERS.c[name] for name in _COLUMNS]
    ids = [player.provider_id for player in batch]
    statement: Any = (
        select(PlayerId.provider_id, PlayerId.facts, *columns)
        .join(Player, col(Player.id) == PlayerId.player_id)
        .where(PlayerId.provider == players.provider, col(PlayerId.provider_id).in_(ids))
        .with_for_update(of=Player)
    )
    found = {id_: _Known(row, facts) for id_, facts, *row in session.exec(statement)}
    missing = [player for player in batch if player.provider_id not in found]
    if missing and (matched := dict(_matched(session, missing, players))):
        by_player = {match.player_id: (id_, match.rule) for id_, match in matched.items()}
        statement = select(*columns).where(col(Player.id).in_(by_player)).with_for_update(of=Player)
        for row in session.exec(statement):
            id_, rule = by_player[row[0]]
            found[id_] = _Known(row, None, rule)
    return found


def _matched(
    session: Session, missing: Sequence[PlayerRow], players: PlayerImport
) -> Iterator[tuple[str, Match]]:
    """The players of ids that are not stored yet: by their own source id, else by the rules."""
    by_source: Any = select(Player.source_id, Player.id).where(
        Player.source == players.provider,
        col(Player.source_id).in_([player.provider_id for player in missing]),
    )
    own = dict(session.exec(by_source).all())
    for player in missing:
        if (player_id := own.get(player.provider_id)) is not None:
            yield player.provider_id, Match(player_id, MatchRule.PROVIDER_ID)
        elif players.matcher:
            person = _person(players.provider, player)
            match = players.matcher.match(person)
            if isinstance(match, Match):
                players.matcher.learn(person, match.player_id)
                yield player.provider_id, match


def _person(provider: str, player: PlayerRow) -> Person:
    facts = player.facts
    return Person(
        provider=provider,
        provider_id=player.provider_id,
        name=facts["full_name"],
        date_of_birth=facts.get("date_of_birth"),
        clubs=[club] if (club := facts.get("current_team")) else [],
        nationalities=[country] if (country := facts.get("country")) else [],
        position=facts.get("position"),
    )


def _insert(session: Session, batch: Sequence[PlayerRow], players: PlayerImport) -> dict[str, int]:
    """Insert players; their ids by the provider's id."""
    if not batch:
        return {}
    day, as_of = today(), _iso(players.as_of)
    names = (*FIELDS, "source", "source_id", "club_id", "date_of_birth_is_estimate", "version",
             "data_as_of", "age_group", "contract_status", "sort_name", "search_text")  # fmt: skip
    rows = []
    for player in batch:
        facts = player.facts
        born, until = facts.get("date_of_birth"), facts.get("contract_until")
        of_player = derived.columns(
            full_name=facts["full_name"],
            current_team=facts.get("current_team"),
            date_of_birth=born,
            contract_until=until,
            day=day,
            club_words=player.club.words if player.club else "",
        )
        plain = {**facts, "date_of_birth": _iso(born), "contract_until": _iso(until)}
        rows.append(
            (*map(plain.get, FIELDS), players.provider, player.provider_id, player.club_id,
             False, 1, as_of, *of_player.values())
        )  # fmt: skip
    last_id = session.exec(select(func.max(Player.id))).one() or 0
    insert_rows(session, Player, names, rows)
    inserted = select(Player.source_id, Player.id).where(
        Player.source == players.provider, col(Player.id) > last_id
    )
    return {source_id: id_ for source_id, id_ in session.exec(inserted) if source_id and id_}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _update(session: Session, changes: Mapping[int, dict[str, Any]]) -> None:
    """Change fields of players by id; each becomes a new version."""
    if not changes:
        return
    now, day = utc_now(), today()
    found = session.exec(select(Player).where(col(Player.id).in_(changes))).all()
    club_ids = [id_ for p in found if (id_ := changes[p.id or 0].get("club_id", p.club_id))]
    words = clubs.search_words(session, ids=club_ids)
    for player in found:
        changed = changes[player.id or 0]
        for name, value in changed.items():
            setattr(player, name, value)
        if "date_of_birth" in changed:
            player.date_of_birth_is_estimate = False
        columns = derived.columns(
            full_name=player.full_name,
            current_team=player.current_team,
            date_of_birth=player.date_of_birth,
            contract_until=player.contract_until,
            day=day,
            club_words=words.get(player.club_id or 0, ""),
        )
        for name, value in columns.items():
            setattr(player, name, value)
        player.updated_at = now
    session.flush()


def _store_facts(
    session: Session, provider: str, new: Sequence[IdRow], changed: Mapping[str, str]
) -> None:
    rows = [(provider, *row) for row in new]
    insert_rows(session, PlayerId, ("provider", "provider_id", "player_id", "rule", "facts"), rows)
    if changed:
        params = [
            {"provider": provider, "provider_id": id_, "facts": facts}
            for id_, facts in changed.items()
        ]
        session.exec(update(PlayerId), params=params)


def delete_all_players(session: Session) -> int:
    """Delete every player and dependent rows; returns the number of players."""
    deleted = session.exec(delete(Player)).rowcount
    after_commit(session, pagecache.invalidate)
    return deleted
