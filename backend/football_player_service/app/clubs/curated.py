"""The curated lists of well-known clubs and competitions, and how they get into the database."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select, update
from sqlmodel import Session

from football_player_service.app.clubs import names
from football_player_service.app.clubs.index import (
    CLUBS,
    COMPETITIONS,
    CURATED,
    Index,
    Kind,
    Named,
    insert_rows,
)
from football_player_service.app.clubs.models import ANY_PROVIDER

Alias = tuple[str, str, str]  # provider, alias, spelling


@dataclass(frozen=True, slots=True)
class Entry:
    """A club or competition of the lists; its short name is its key."""

    columns: Mapping[str, Any]
    aliases: Sequence[Alias]

    @property
    def key(self) -> str:
        """The short name."""
        return str(self.columns["short_name"])


@cache
def clubs() -> tuple[Entry, ...]:
    """The clubs, and the places without a club of transfers."""
    data = _read("clubs")
    palette = data["palette"]
    found = []
    for country, group in ((None, data["places"]), *data["clubs"].items()):
        for short_name, club in group.items():
            first, second = club.get("colours", (None, None))
            columns = _columns(short_name, club, country) | {
                "status": club.get("status"),
                "primary_colour": palette.get(first),
                "secondary_colour": palette.get(second),
            }
            found.append((columns, club))
    return tuple(_entries(found))


@cache
def competitions() -> tuple[Entry, ...]:
    """The competitions."""
    data = _read("competitions")
    return tuple(
        _entries(
            (_columns(short_name, competition, country), competition)
            for country, group in ((None, data["international"]), *data["competitions"].items())
            for short_name, competition in group.items()
        )
    )


@cache
def competition_index() -> Index:
    """The competitions of the list, to be found without a database."""
    index = Index(COMPETITIONS)
    for entry in competitions():
        columns = entry.columns
        named = Named(None, columns["name"], columns["short_name"], columns["country"])
        index.add(named, entry.aliases)
    return index


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))


def _columns(
    short_name: str, entry: Mapping[str, Any], country: str | None
) -> dict[str, str | None]:
    name = entry.get("name", short_name)
    return {"name": name, "short_name": short_name, "country": country}


def _entries(
    found: Iterable[tuple[dict[str, str | None], Mapping[str, Any]]],
) -> Iterator[Entry]:
    found = list(found)
    owners: dict[str, set[int]] = defaultdict(set)
    for number, (columns, entry) in enumerate(found):
        for name in _names(columns, entry):
            owners[names.exact(name)].add(number)
    for number, (columns, entry) in enumerate(found):
        local = {form for name in entry.get("local", ()) for form in names.forms(name)}
        aliases: dict[tuple[str, str], str] = {(CURATED, str(columns["short_name"])): ""}
        if id := entry.get("transfermarkt"):
            aliases["transfermarkt", f"#{id}"] = str(columns["name"])
        for name in _names(columns, entry):
            for form in names.forms(name):
                # The reduced form of one club may be the name of another: Barcelona SC.
                if form not in local and owners.get(form, {number}) == {number}:
                    aliases.setdefault((ANY_PROVIDER, form), name)
        for name in entry.get("local", ()):
            for form in names.forms(name):
                bound = names.in_country(form, str(columns["country"]))
                aliases.setdefault((ANY_PROVIDER, bound), name)
        yield Entry(columns, [(*key, spelling) for key, spelling in aliases.items()])


def _names(columns: Mapping[str, str | None], entry: Mapping[str, Any]) -> list[str]:
    return [str(columns["short_name"]), str(columns["name"]), *entry.get("aliases", ())]


def store(session: Session) -> None:
    """Bring the lists into the database: what is new or has changed there, and nothing else."""
    _store(session, COMPETITIONS, competitions())
    _store(session, CLUBS, clubs())


def _store(session: Session, kind: Kind, entries: Sequence[Entry]) -> None:
    connection = session.connection()
    alias, owner = kind.aliases.c, kind.owner
    columns = [kind.rows.c[name] for name in entries[0].columns]
    stored = {row.id: row._mapping for row in connection.execute(select(kind.rows.c.id, *columns))}
    owners: dict[tuple[str, str], list[int]] = defaultdict(list)
    for provider, text, id in connection.execute(select(alias.provider, alias.alias, owner)):
        owners[provider, text].append(id)
    ids: list[int | None] = [_known(entry, owners) for entry in entries]
    for id, entry in zip(ids, entries, strict=True):
        if id and any(stored[id][name] != value for name, value in entry.columns.items()):
            connection.execute(update(kind.rows).where(kind.rows.c.id == id).values(entry.columns))
    new = [entry.columns for id, entry in zip(ids, entries, strict=True) if not id]
    added = iter(insert_rows(session, kind, new) if new else ())
    rows = [
        {"provider": provider, "alias": text, owner.name: id, "spelling": spelling}
        for entry, id in ((e, id or next(added)) for e, id in zip(entries, ids, strict=True))
        for provider, text, spelling in entry.aliases
        if id not in owners.get((provider, text), ())
    ]
    if rows:
        connection.execute(insert(kind.aliases), rows)


def _known(entry: Entry, owners: Mapping[tuple[str, str], Sequence[int]]) -> int | None:
    """The id of an entry that is stored: added from the lists, or before with a provider's id."""
    for provider, alias, _ in entry.aliases:
        is_key = provider == CURATED or alias.startswith("#")
        if is_key and (found := owners.get((provider, alias))):
            return found[0]
    return None
