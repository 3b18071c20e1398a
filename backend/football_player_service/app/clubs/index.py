"""Clubs or competitions by the names and ids that providers give them, in memory."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from sqlalchemy import Table, insert, null, or_, select, update
from sqlmodel import Session, SQLModel

from football_player_service.app.clubs import names
from football_player_service.app.clubs.models import ANY_PROVIDER
from football_player_service.app.countries import is_league_abroad

CURATED = "curated"  # the provider of the aliases that are the keys of the curated list
_MOST_ALIASES = 5000  # asked for one by one; the whole table is faster to read for more


@dataclass(frozen=True)
class Kind:
    """The tables of clubs, or those of competitions."""

    table: str

    @cached_property
    def rows(self) -> Table:
        """The table of the clubs."""
        return SQLModel.metadata.tables[self.table]

    @cached_property
    def aliases(self) -> Table:
        """The table of their aliases."""
        return SQLModel.metadata.tables[f"{self.table.removesuffix('s')}_aliases"]

    @property
    def owner(self) -> Any:
        """The column of the aliases with the id of the club."""
        return self.aliases.c[f"{self.table.removesuffix('s')}_id"]


CLUBS = Kind("clubs")
COMPETITIONS = Kind("competitions")


@dataclass(slots=True)
class Named:
    """A club or competition. `id` is None until the index is saved."""

    id: int | None
    name: str
    short_name: str
    country: str | None = None
    merged_into: int | None = None
    status: str | None = None
    is_curated: bool = False
    providers: set[str] = field(default_factory=set)  # that have an id for it

    @property
    def saved_id(self) -> int:
        """The id, once the index is saved."""
        assert self.id is not None
        return self.id


Key = tuple[str, str]  # provider, alias
Wanted = tuple[str, str | None, str | None]  # name, provider's id, country


class Index:
    """Finds clubs, or adds them in memory until `save`. Used within one transaction."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self._by_id: dict[int, Named] = {}
        self._by_key: dict[Key, list[Named]] = defaultdict(list)
        self._short_names: set[str] = set()
        self._new: list[Named] = []
        self._new_aliases: list[tuple[Key, Named, str]] = []
        self._new_countries: list[Named] = []

    def __getitem__(self, id: int) -> Named:
        """The club with this id, or the one it was merged into."""
        found = self._by_id[id]
        return self._by_id[found.merged_into] if found.merged_into else found

    def find(
        self,
        *,
        name: str,
        provider: str = ANY_PROVIDER,
        provider_id: str | None = None,
        country: str | None = None,
        exact: bool = False,
    ) -> Named | None:
        """The club, by the provider's id, its spelling, or a name that fits only one club.

        With `exact`, legal forms and generic words of the name count too.
        """
        if provider_id and (known := self._by_key.get((provider, f"#{provider_id}"))):
            return known[0]
        if known := self._by_key.get((provider, _undecided(name, country))):
            return known[0]
        for key in _keys(name, provider, country, exact=exact):
            candidates = [
                named
                for named in self._by_key.get(key, ())
                if not (provider_id and provider in named.providers)
            ]
            fitting = self._of_country(candidates, country)
            if fitting:
                return fitting[0] if len(fitting) == 1 else None
        return None

    def _of_country(self, candidates: Sequence[Named], country: str | None) -> Sequence[Named]:
        """Those that may be of the country; the ones known to be, if any are."""
        if country:
            known = [named for named in candidates if _is_of(named, country)]
            candidates = known or [named for named in candidates if named.country is None]
        # Clubs that were merged are one club.
        if len({self._shown_id(named) for named in candidates}) == 1:
            return candidates[:1]
        return candidates

    def _shown_id(self, named: Named) -> int:
        return named.merged_into or named.id or id(named)

    def resolve(
        self,
        *,
        name: str,
        provider: str = ANY_PROVIDER,
        provider_id: str | None = None,
        country: str | None = None,
        short_name: str | None = None,
        exact: bool = False,
    ) -> Named:
        """The club that `find` finds, otherwise a new one; the spelling and id are remembered."""
        found = self.find(
            name=name, provider=provider, provider_id=provider_id, country=country, exact=exact
        )
        if found is None:
            found = self._add(name, short_name, country)
            if not provider_id:
                self._remember_undecided(found, name, provider, country)
        elif country and found.country is None:
            found.country = country
            if found.id:
                self._new_countries.append(found)
        self._learn(found, name, provider, provider_id, country)
        return found

    def _add(self, name: str, short_name: str | None, country: str | None) -> Named:
        shown = short_name or names.short(name)
        if names.exact(shown) in self._short_names:  # of another club
            shown = f"{names.short(name)} ({country})" if country else name
        named = Named(None, name, shown, country)
        self._new.append(named)
        self._short_names.add(names.exact(shown))
        return named

    def _remember_undecided(
        self, named: Named, name: str, provider: str, country: str | None
    ) -> None:
        """Where the name fits several clubs, the next file must find the club added here."""
        if any(self._by_key.get(key) for key in _keys(name, provider, country)):
            self._add_alias(named, (provider, _undecided(name, country)), name)

    def _learn(
        self,
        named: Named,
        name: str,
        provider: str,
        provider_id: str | None,
        country: str | None,
    ) -> None:
        if provider_id and provider not in named.providers:
            named.providers.add(provider)
            self._add_alias(named, (provider, f"#{provider_id}"), name)
        if provider:
            self._add_alias(named, (provider, names.exact(name)), name)
        for form in names.forms(name):
            owners = self._by_key.get((ANY_PROVIDER, form), ())
            if not any(owner.is_curated for owner in owners if owner is not named):
                self._add_alias(named, (ANY_PROVIDER, form), name)
            elif country:
                self._add_alias(named, (ANY_PROVIDER, names.in_country(form, country)), name)

    def _add_alias(self, named: Named, key: Key, spelling: str) -> None:
        owners = self._by_key[key]
        if not any(owner is named for owner in owners):
            owners.append(named)
            self._new_aliases.append((key, named, spelling))

    def load(self, session: Session, *, aliases: Collection[str] | None = None) -> "Index":
        """Read the clubs with these aliases, or all of them; returns the index."""
        rows, owner = self.kind.rows, self.kind.owner
        wanted: Any = None
        if aliases is not None and len(aliases) <= _MOST_ALIASES:
            known = select(owner).where(self.kind.aliases.c.alias.in_(aliases))
            wanted = or_(rows.c.id.in_(known), rows.c.short_name.in_(aliases))
            targets = select(rows.c.merged_into).where(wanted, rows.c.merged_into.is_not(None))
            wanted = or_(wanted, rows.c.id.in_(targets))
        self._load_rows(session, wanted)
        self._load_aliases(session, partly=wanted is not None)
        return self

    def _load_rows(self, session: Session, wanted: Any) -> None:
        columns = self.kind.rows.c
        statement = select(
            columns.id,
            columns.name,
            columns.short_name,
            columns.country,
            columns.merged_into,
            columns.get("status", null()),
        )
        if wanted is not None:
            statement = statement.where(wanted)
        for row in session.connection().execute(statement):
            self._by_id[row.id] = Named(*row)
            self._short_names.add(names.exact(row.short_name))

    def _load_aliases(self, session: Session, *, partly: bool) -> None:
        columns = self.kind.aliases.c
        statement = select(columns.provider, columns.alias, self.kind.owner)
        if partly:
            statement = statement.where(self.kind.owner.in_(list(self._by_id)))
        # The order of ids: of clubs merged into one, the first one is taken.
        for provider, alias, owner in session.connection().execute(
            statement.order_by(self.kind.owner)
        ):
            self._own(self._by_id[owner], provider, alias)

    def _own(self, named: Named, provider: str, alias: str) -> None:
        self._by_key[provider, alias].append(named)
        if provider == CURATED:
            named.is_curated = True
        elif alias.startswith("#"):
            named.providers.add(provider)

    def add(self, named: Named, aliases: Iterable[tuple[str, str, str]]) -> None:
        """Add a club with its aliases (provider, alias, spelling); it is not stored."""
        for provider, alias, _spelling in aliases:
            self._own(named, provider, alias)

    def save(self, session: Session) -> None:
        """Store what was added; every `Named` then has an id."""
        if self._new:
            rows = [
                {"name": n.name, "short_name": n.short_name, "country": n.country}
                for n in self._new
            ]
            for named, id in zip(self._new, insert_rows(session, self.kind, rows), strict=True):
                named.id = id
                self._by_id[id] = named
        for named in self._new_countries:
            change = update(self.kind.rows).where(self.kind.rows.c.id == named.id)
            session.connection().execute(change.values(country=named.country))
        if self._new_aliases:
            owner = self.kind.owner.name
            aliases = [
                {"provider": provider, "alias": alias, owner: named.id, "spelling": spelling}
                for (provider, alias), named, spelling in self._new_aliases
            ]
            session.connection().execute(insert(self.kind.aliases), aliases)
        self._new, self._new_aliases, self._new_countries = [], [], []


def insert_rows(session: Session, kind: Kind, rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """Insert clubs; their ids in the same order.

    Only the given columns are named: the migrations use this too, with fewer of them.
    """
    ids = kind.rows.c.id
    statement = insert(kind.rows).returning(ids, sort_by_parameter_order=True)
    return list(session.connection().execute(statement, rows).scalars())


def lookups(wanted: Iterable[Wanted]) -> set[str]:
    """All aliases that `resolve` looks at for these."""
    found: set[str] = set()
    for name, provider_id, country in wanted:
        found |= {alias for _, alias in _keys(name, ANY_PROVIDER, country)}
        found |= {_undecided(name, country), name, names.short(name)}
        if provider_id:
            found.add(f"#{provider_id}")
    return found


def _keys(name: str, provider: str, country: str | None, *, exact: bool = False) -> list[Key]:
    """Where to look a name up, the most specific first."""
    forms = names.forms(name)[:1] if exact else names.forms(name)
    keys = [(ANY_PROVIDER, names.in_country(form, country)) for form in forms] if country else []
    if provider:
        keys.append((provider, forms[0]))
    return keys + [(ANY_PROVIDER, form) for form in forms]


def _undecided(name: str, country: str | None) -> str:
    form = names.exact(name)
    return f"? {names.in_country(form, country)}" if country else f"? {form}"


def _is_of(named: Named, country: str) -> bool:
    return named.country is not None and (
        named.country == country or is_league_abroad(named.country, country)
    )
