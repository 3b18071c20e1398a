"""Finds the player of the record that a row of a file is about.

The rules were measured on 25,517 players with known truth; a name alone finds the wrong player
once in fifty, so it never decides. What no rule decides, a person does, among candidates.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz
from sqlmodel import Session, col, select

from football_player_service.app.clubs.models import ANY_PROVIDER, ClubAlias
from football_player_service.app.imports.tables import open_table
from football_player_service.app.players.ages import age_on
from football_player_service.app.players.models import Player
from football_player_service.app.record.models import PlayerId, StatLine
from football_player_service.app.text import fold

SIMILAR = 88.0
AHEAD = 8.0  # of the next similar name with the same birth date
MOST_CANDIDATES = 5
_LEAST_SCORE = 15
_LEAST_SIMILAR = 60.0
_REGISTER_COLUMN = "key_"  # before the provider's name


class MatchRule(StrEnum):
    """How a player was found, in the order in which the rules are tried."""

    PROVIDER_ID = "provider_id"
    REGISTER = "register"
    NAME_AND_BIRTH_DATE = "name_and_birth_date"
    SIMILAR_NAME_AND_BIRTH_DATE = "similar_name_and_birth_date"
    NAME_YEAR_AND_CLUB_OR_NATIONALITY = "name_year_and_club_or_nationality"
    MANUAL = "manual"  # a person decided
    CREATED = "created"  # the player was added from this provider's file


@dataclass(frozen=True, kw_only=True)
class Person:
    """What a file says about a player; None and () are unknown.

    Nationalities are names of countries as in the record, clubs as the file writes them.
    """

    provider: str
    name: str
    provider_id: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    date_of_birth: date | None = None
    birth_year: int | None = None
    age: int | None = None
    as_of: date | None = None  # the day of the age
    clubs: Sequence[str] = ()
    nationalities: Sequence[str] = ()
    position: str | None = None  # a position group

    @property
    def key(self) -> str:
        """The provider's id; without one, what the file says, so that a decision is remembered."""
        if self.provider_id:
            return self.provider_id
        born = self.date_of_birth or self.birth_year
        # Clubs and ages change, but without a birth date there is nothing better.
        rest = [str(born)] if born else sorted(map(fold, self.clubs))
        return "|".join(["name", fold(self.name), *rest, *sorted(map(fold, self.nationalities))])

    @property
    def year(self) -> int | None:
        """The birth year."""
        return self.date_of_birth.year if self.date_of_birth else self.birth_year


@dataclass(frozen=True)
class Match:
    """The player that a person is."""

    player_id: int
    rule: MatchRule


@dataclass(frozen=True)
class Candidate:
    """A player that a person may be, and what speaks for and against it; `score` is 0 to 100."""

    player_id: int
    reasons: tuple[str, ...]
    score: int


@dataclass(frozen=True)
class Undecided:
    """No rule decides; the likeliest candidates first."""

    candidates: list[Candidate]


@dataclass(slots=True)
class _Known:
    """A player of the record."""

    id: int
    name: str  # folded
    born: date | None
    born_is_estimate: bool
    countries: frozenset[str]  # folded
    clubs: set[str | int]  # folded names, and ids
    position: str | None


@dataclass
class _Index:
    """Players by what they are looked up by."""

    by_name: dict[str, list[_Known]] = field(default_factory=lambda: defaultdict(list))
    by_birth: dict[date, list[_Known]] = field(default_factory=lambda: defaultdict(list))
    by_word: dict[str, list[_Known]] = field(default_factory=lambda: defaultdict(list))
    by_id: dict[int, _Known] = field(default_factory=dict)

    def add(self, known: _Known) -> None:
        self.by_id[known.id] = known
        self.by_name[known.name].append(known)
        if known.born and not known.born_is_estimate:
            self.by_birth[known.born].append(known)
        for word in set(known.name.split()):
            self.by_word[word].append(known)


class Matcher:
    """The players of the record, loaded once, and the decisions about each provider's ids."""

    def __init__(self, session: Session, *, register: Path | None = None) -> None:
        """`register` is a table of people with their ids, in columns `key_<provider>`."""
        self._session = session
        self._register = register
        self._ids: dict[str, dict[str, int]] = {}  # player ids, by provider and its id
        self._has_id: dict[str, set[int]] = {}  # players with a real id, by provider
        self._registered: dict[str, dict[str, int]] = {}
        self._club_ids: dict[tuple[str, str], int] | None = None
        self._index = _load(session)

    def match(self, person: Person) -> Match | Undecided:
        """The player by the first rule that finds exactly one."""
        known_ids = self._provider(person.provider)
        if (player_id := known_ids.get(person.key)) is not None:
            return Match(player_id, MatchRule.PROVIDER_ID)
        if self._register and person.provider_id:
            registered = self._registered_ids(person.provider)
            if (player_id := registered.get(person.provider_id)) is not None:
                return Match(player_id, MatchRule.REGISTER)
        names = _names(person)
        found = self._by_birth_date(person, names) or self._by_year(person, names)
        if found and self._may_be(person, found.player_id):
            return found
        return Undecided(self._candidates(person, names))

    def learn(self, person: Person, player_id: int) -> None:
        """Use the decision for the rest of this file, without storing it."""
        self._provider(person.provider)[person.key] = player_id
        if person.provider_id:
            self._has_id[person.provider].add(player_id)

    def _provider(self, provider: str) -> dict[str, int]:
        """Player ids by the provider's ids."""
        if provider not in self._ids:
            statement = select(PlayerId.provider_id, PlayerId.player_id).where(
                PlayerId.provider == provider
            )
            self._ids[provider] = dict(self._session.exec(statement).all())
            own_player = select(Player.source_id, Player.id).where(Player.source == provider)
            for source_id, player_id in self._session.exec(own_player):
                if source_id and player_id:
                    self._ids[provider].setdefault(source_id, player_id)
            self._has_id[provider] = {
                player_id
                for key, player_id in self._ids[provider].items()
                if not key.startswith("name|")
            }
        return self._ids[provider]

    def _registered_ids(self, provider: str) -> dict[str, int]:
        if provider not in self._registered and self._register:
            self._registered[provider] = read_register(
                self._register, provider=provider, known_ids=self._provider
            )
        return self._registered[provider]

    def _may_be(self, person: Person, player_id: int) -> bool:
        """Whether the player has no other id of the provider: two ids are two people."""
        return not person.provider_id or player_id not in self._has_id[person.provider]

    def _by_birth_date(self, person: Person, names: Sequence[str]) -> Match | None:
        if not person.date_of_birth:
            return None
        same_day = self._index.by_birth.get(person.date_of_birth, [])
        exact = [known for known in same_day if known.name in names]
        if exact:
            unique = len(exact) == 1
            return Match(exact[0].id, MatchRule.NAME_AND_BIRTH_DATE) if unique else None
        ratios = sorted(
            ((_similarity(names, known.name), known.id) for known in same_day), reverse=True
        )
        if not ratios or ratios[0][0] < SIMILAR:
            return None
        if not _initials_agree(names, self._index.by_id[ratios[0][1]].name):
            return None
        if len(ratios) > 1 and ratios[0][0] - ratios[1][0] < AHEAD:
            return None
        return Match(ratios[0][1], MatchRule.SIMILAR_NAME_AND_BIRTH_DATE)

    def _by_year(self, person: Person, names: Sequence[str]) -> Match | None:
        if not (year := person.year):
            return None
        clubs, countries = self._clubs(person), frozenset(map(fold, person.nationalities))
        found = {
            known.id
            for name in names
            for known in self._index.by_name.get(name, [])
            if known.born
            and not known.born_is_estimate
            and known.born.year == year
            and _may_be_born(person.date_of_birth, known.born)
            and (known.clubs & clubs or known.countries & countries)
        }
        if len(found) != 1:
            return None
        return Match(found.pop(), MatchRule.NAME_YEAR_AND_CLUB_OR_NATIONALITY)

    def _clubs(self, person: Person) -> set[str | int]:
        """The person's clubs as folded names and, where known, ids."""
        if self._club_ids is None:
            aliases = select(ClubAlias.provider, ClubAlias.alias, ClubAlias.club_id)
            self._club_ids = {(p, alias): id_ for p, alias, id_ in self._session.exec(aliases)}
        names = [fold(club) for club in person.clubs if club]
        found: set[str | int] = set(names)
        for name in names:
            for provider in (person.provider, ANY_PROVIDER):
                if (club_id := self._club_ids.get((provider, name))) is not None:
                    found.add(club_id)
                    break
        return found

    def _candidates(self, person: Person, names: Sequence[str]) -> list[Candidate]:
        index = self._index
        possible: dict[int, _Known] = {}
        for name in names:
            for word in name.split():
                if len(word) > 1:
                    possible |= {known.id: known for known in index.by_word.get(word, [])}
        if person.date_of_birth:
            possible |= {
                known.id: known
                for known in index.by_birth.get(person.date_of_birth, [])
                if _similarity(names, known.name) >= _LEAST_SIMILAR
            }
        clubs, countries = self._clubs(person), frozenset(map(fold, person.nationalities))
        found = [
            self._candidate(person, names, known, clubs, countries) for known in possible.values()
        ]
        found.sort(key=lambda candidate: (-candidate.score, candidate.player_id))
        return [one for one in found if one.score >= _LEAST_SCORE][:MOST_CANDIDATES]

    def _candidate(
        self,
        person: Person,
        names: Sequence[str],
        known: _Known,
        clubs: set[str | int],
        countries: frozenset[str],
    ) -> Candidate:
        points = [_compare_names(names, known.name), *_compare_births(person, known)]
        if known.clubs & clubs:
            points.append((25, "same club"))
        if known.countries & countries:
            points.append((10, "same nationality"))
        elif known.countries and countries:
            points.append((-10, "different nationality"))
        if person.position and known.position:
            same = person.position == known.position
            points.append((5, "same position") if same else (-5, "different position"))
        if not self._may_be(person, known.id):
            points.append((-30, f"has another {person.provider} id"))
        score = max(0, min(100, sum(point for point, _ in points)))
        return Candidate(known.id, tuple(reason for _, reason in points if reason), score)


def read_register(
    path: Path, *, provider: str, known_ids: Callable[[str], Mapping[str, int]]
) -> dict[str, int]:
    """Player ids by the provider's ids, where the register links one to a known id of another.

    A row whose ids belong to different players says nothing. Raises `UnusableFile`.
    """
    table = open_table(path)
    column = f"{_REGISTER_COLUMN}{provider}"
    at = table.positions([column])[column]
    others = {
        position: name.casefold().removeprefix(_REGISTER_COLUMN)
        for position, name in enumerate(table.header)
        if name.casefold().startswith(_REGISTER_COLUMN) and position != at
    }
    known = {position: known_ids(other) for position, other in others.items()}
    found: dict[str, int] = {}
    for _, cells in table.rows():
        if not cells or not cells[at]:
            continue
        players = {
            ids[cells[position]] for position, ids in known.items() if cells[position] in ids
        }
        if len(players) == 1:
            found[cells[at]] = players.pop()
    return found


def _load(session: Session) -> _Index:
    """Every player, with the clubs of their statistics."""
    clubs_of: dict[int, set[int]] = defaultdict(set)
    lines = select(StatLine.player_id, StatLine.club_id).where(col(StatLine.club_id).is_not(None))
    for player_id, club_id in session.exec(lines.distinct()):
        if club_id is not None:
            clubs_of[player_id].add(club_id)
    columns: list[Any] = [
        Player.id, Player.sort_name, Player.date_of_birth, Player.date_of_birth_is_estimate,
        Player.country, Player.second_country, Player.current_team, Player.club_id, Player.position,
    ]  # fmt: skip
    index = _Index()
    for row in session.exec(select(*columns)):
        id_, name, born, is_estimate, country, second, team, club_id, position = row
        clubs: set[str | int] = set(clubs_of.get(id_, ()))
        if team:
            clubs.add(fold(team))
        if club_id is not None:
            clubs.add(club_id)
        countries = frozenset(fold(one) for one in (country, second) if one)
        index.add(_Known(id_, name, born, is_estimate, countries, clubs, position))
    return index


def _may_be_born(day: date | None, known: date) -> bool:
    """Whether two birth dates of one year differ only by a usual mistake, if at all."""
    if day is None or abs((day - known).days) <= 1:
        return True
    return (day.day, day.month) == (known.month, known.day)


def _names(person: Person) -> list[str]:
    """The spellings of the name, folded."""
    names = [person.name]
    if person.first_name and person.last_name:
        names.append(f"{person.first_name} {person.last_name}")
    if "," in person.name:  # Surname, First name
        last, _, first = person.name.partition(",")
        names.append(f"{first} {last}")
    return list(dict.fromkeys(folded for folded in map(fold, names) if folded))


def _similarity(names: Sequence[str], other: str) -> float:
    return max((fuzz.token_ratio(name, other) for name in names), default=0.0)


def _initials_agree(names: Sequence[str], other: str) -> bool:
    """Whether each single letter of a name begins a word of the other: twins share the rest."""
    starts = {word[0] for word in other.split()}
    return any(all(word in starts for word in name.split() if len(word) == 1) for name in names)


def _compare_names(names: Sequence[str], other: str) -> tuple[int, str]:
    if other in names:
        return 45, "same name"
    other_words = other.split()
    for name in names:
        first, *surname = name.split()
        if surname and other_words[-len(surname) :] == surname and len(other_words) > len(surname):
            if other_words[0][0] == first[0] and (len(first) == 1 or len(other_words[0]) == 1):
                return 40, "same surname and initial"
            return 25, "same surname"
    ratio = _similarity(names, other)
    return round(ratio * 0.4), f"similar name ({ratio:.0f} %)"


def _compare_births(person: Person, known: _Known) -> Iterable[tuple[int, str]]:
    if not known.born:
        return
    if person.date_of_birth and not known.born_is_estimate:
        if person.date_of_birth == known.born:
            yield 40, "same birth date"
        elif person.date_of_birth.year == known.born.year:
            yield 15, "same birth year"
        else:
            difference = abs(person.date_of_birth.year - known.born.year)
            yield -10 * min(difference, 5), f"birth year differs by {difference}"
    elif person.birth_year:
        difference = abs(person.birth_year - known.born.year)
        if difference:
            yield -10 * min(difference, 5), f"birth year differs by {difference}"
        else:
            yield 20, "same birth year"
    elif person.age is not None and person.as_of:
        difference = abs(person.age - age_on(known.born, person.as_of))
        if not difference:
            yield 20, "same age"
        else:
            points = 10 if difference == 1 else -10 * min(difference, 5)
            yield points, f"age differs by {difference}"
