"""Finding the player that a row of a file is about. All people are fictional."""

import csv
import os
import random
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from anyascii import anyascii
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from football_player_service.app.clubs.models import Club, ClubAlias
from football_player_service.app.db import session_scope
from football_player_service.app.imports.matching import (
    Match,
    Matcher,
    MatchRule,
    Person,
    Undecided,
)
from football_player_service.app.players import service as players
from football_player_service.app.players.schemas import PlayerFields
from football_player_service.app.record.models import PlayerId

PLAYERS: dict[str, dict[str, Any]] = {
    "ivo": {"full_name": "Ivo Testarossa", "date_of_birth": "2001-05-17", "country": "Italy",
            "current_team": "Fictional FC", "position": "Attack"},
    "ilario": {"full_name": "Ilario Testarossa", "date_of_birth": "2002-09-01", "country": "Italy",
               "current_team": "Example Rovers", "position": "Defender"},
    "jörg": {"full_name": "Jörg Müßiger-Beispiel", "date_of_birth": "1999-01-31",
             "country": "Germany", "second_country": "Austria", "position": "Goalkeeper"},
    "one": {"full_name": "Ana Doppelname", "date_of_birth": "2000-02-02", "country": "Spain"},
    "two": {"full_name": "Ana Doppelname", "date_of_birth": "2000-02-02", "country": "Spain"},
    "estimate": {"full_name": "Pau Aproximado", "age": 25, "country": "Spain"},
    "sven": {"full_name": "Sven Zwillingsmann", "date_of_birth": "1998-04-04"},
    "no date": {"full_name": "Otto Ohnedatum", "country": "Germany", "current_team": "Example AC"},
}  # fmt: skip


@pytest.fixture
def ids(database: str) -> dict[str, int]:
    """The players' ids by their key in `PLAYERS`."""
    found = {}
    with session_scope() as session:
        for key, fields in PLAYERS.items():
            player = players.create(session, fields=PlayerFields.model_validate(fields))
            assert player.id
            found[key] = player.id
    return found


def match(**facts: Any) -> Match | Undecided:
    """What a fresh matcher says about a person of the provider "other"."""
    with session_scope(writes=False) as session:
        return Matcher(session).match(Person(**{"provider": "other"} | facts))


@pytest.mark.parametrize(
    ("facts", "player", "rule"),
    [
        ({"name": "IVO TESTAROSSA", "date_of_birth": date(2001, 5, 17)}, "ivo",
         MatchRule.NAME_AND_BIRTH_DATE),
        ({"name": "Jorg Mussiger Beispiel", "date_of_birth": date(1999, 1, 31)}, "jörg",
         MatchRule.NAME_AND_BIRTH_DATE),
        ({"name": "Testarossa, Ivo", "date_of_birth": date(2001, 5, 17)}, "ivo",
         MatchRule.NAME_AND_BIRTH_DATE),
        ({"name": "Testa", "first_name": "Ivo", "last_name": "Testarossa",
          "date_of_birth": date(2001, 5, 17)}, "ivo", MatchRule.NAME_AND_BIRTH_DATE),
        ({"name": "Testarossa Ivo", "date_of_birth": date(2001, 5, 17)}, "ivo",
         MatchRule.SIMILAR_NAME_AND_BIRTH_DATE),
        ({"name": "Ivo Testarosa", "date_of_birth": date(2001, 5, 17)}, "ivo",
         MatchRule.SIMILAR_NAME_AND_BIRTH_DATE),
        ({"name": "Ivo Testarossa", "birth_year": 2001, "nationalities": ["Italy"]}, "ivo",
         MatchRule.NAME_YEAR_AND_CLUB_OR_NATIONALITY),
        ({"name": "Ivo Testarossa", "birth_year": 2001, "clubs": ["FICTIONAL F.C."]}, None, None),
        ({"name": "Ivo Testarossa", "birth_year": 2001, "clubs": ["Fictional-FC"]}, "ivo",
         MatchRule.NAME_YEAR_AND_CLUB_OR_NATIONALITY),
        ({"name": "Jörg Müßiger-Beispiel", "birth_year": 1999, "nationalities": ["Austria"]},
         "jörg", MatchRule.NAME_YEAR_AND_CLUB_OR_NATIONALITY),
        # The day and month exchanged.
        ({"name": "Ilario Testarossa", "date_of_birth": date(2002, 1, 9),
          "nationalities": ["Italy"]}, "ilario", MatchRule.NAME_YEAR_AND_CLUB_OR_NATIONALITY),
        ({"name": "Ilario Testarossa", "date_of_birth": date(2002, 11, 21),
          "nationalities": ["Italy"]}, None, None),
        ({"name": "Ivo Testarossa", "birth_year": 2001}, None, None),
        ({"name": "Ivo Testarossa", "birth_year": 2001, "nationalities": ["Spain"]}, None, None),
        ({"name": "Ivo Testarossa", "age": 25, "as_of": date(2026, 11, 1),
          "clubs": ["Fictional FC"], "nationalities": ["Italy"]}, None, None),
        ({"name": "Somebody Else", "date_of_birth": date(2001, 5, 17)}, None, None),
        ({"name": "Ana Doppelname", "date_of_birth": date(2000, 2, 2)}, None, None),
        ({"name": "L. Zwillingsmann", "date_of_birth": date(1998, 4, 4)}, None, None),
        ({"name": "S. Zwillingsmann", "date_of_birth": date(1998, 4, 4)}, "sven",
         MatchRule.SIMILAR_NAME_AND_BIRTH_DATE),
        ({"name": "Otto Ohnedatum", "birth_year": 2000, "clubs": ["Example AC"],
          "nationalities": ["Germany"]}, None, None),
    ],
)  # fmt: skip
def test_the_first_rule_that_finds_one_player_decides(
    ids: dict[str, int], facts: dict[str, Any], player: str | None, rule: MatchRule | None
) -> None:
    found = match(**facts)
    if player is None or rule is None:
        assert isinstance(found, Undecided)
    else:
        assert found == Match(ids[player], rule)


def test_an_estimated_birth_date_is_none(ids: dict[str, int]) -> None:
    with session_scope(writes=False) as session:
        born = players.get(session, player_id=ids["estimate"]).date_of_birth
    facts = {"name": "Pau Aproximado", "date_of_birth": born, "nationalities": ["Spain"]}
    assert isinstance(match(**facts), Undecided)


def test_clubs_are_also_compared_through_their_aliases(ids: dict[str, int]) -> None:
    with session_scope() as session:
        club = Club(name="Fictional Football Club", short_name="Fictional FC")
        session.add(club)
        session.flush()
        assert club.id
        alias = {"provider": "", "alias": "the fictionals", "spelling": "The Fictionals"}
        session.add(ClubAlias(**alias, club_id=club.id))
        players.get(session, player_id=ids["ivo"]).club_id = club.id
    found = match(name="Ivo Testarossa", birth_year=2001, clubs=["The Fictionals"])
    assert found == Match(ids["ivo"], MatchRule.NAME_YEAR_AND_CLUB_OR_NATIONALITY)


def test_candidates_come_with_reasons_and_the_likeliest_first(ids: dict[str, int]) -> None:
    day = date(2026, 11, 1)
    found = match(name="I. Testarossa", age=26, as_of=day, clubs=["Fictional FC"])
    assert isinstance(found, Undecided)
    assert [one.player_id for one in found.candidates] == [ids["ivo"], ids["ilario"]]
    assert found.candidates[0].reasons == (
        "same surname and initial",
        "age differs by 1",
        "same club",
    )
    assert found.candidates[1].reasons == ("same surname and initial", "age differs by 2")
    assert found.candidates[0].score > found.candidates[1].score


def test_there_are_at_most_five_candidates(ids: dict[str, int]) -> None:
    with session_scope() as session:
        for number in range(9):
            fields = PlayerFields(full_name=f"Extra Testarossa {'abcdefghi'[number]}")
            players.create(session, fields=fields)
    found = match(name="Ivo Testarossa")
    assert isinstance(found, Undecided)
    assert len(found.candidates) == 5
    assert found.candidates[0].player_id == ids["ivo"]


def test_a_decision_is_remembered_with_and_without_an_id(ids: dict[str, int]) -> None:
    for person in (
        Person(provider="other", name="I. Testarossa", provider_id="77"),
        Person(provider="other", name="I. Testarossa", clubs=["Fictional FC"], age=25),
        Person(provider="other", name="I. Testarossa", birth_year=2001),
    ):
        with session_scope() as session:
            matcher = Matcher(session)
            assert isinstance(matcher.match(person), Undecided)
            matcher.learn(person, ids["ivo"])
            session.add(
                PlayerId(
                    provider=person.provider,
                    provider_id=person.key,
                    player_id=ids["ivo"],
                    rule=MatchRule.MANUAL,
                    decided_by="admin",
                )
            )
            assert matcher.match(person) == Match(ids["ivo"], MatchRule.PROVIDER_ID)
        with session_scope(writes=False) as session:
            assert Matcher(session).match(person) == Match(ids["ivo"], MatchRule.PROVIDER_ID)
            stored = session.exec(select(PlayerId).where(PlayerId.provider_id == person.key)).one()
            assert (stored.rule, stored.decided_by) == ("manual", "admin")
    assert isinstance(match(name="I. Testarossa", clubs=["Example Rovers"]), Undecided)


def test_two_ids_of_one_provider_are_two_people(ids: dict[str, int]) -> None:
    facts: dict[str, Any] = {"name": "Ivo Testarossa", "date_of_birth": date(2001, 5, 17)}
    with session_scope() as session:
        matcher = Matcher(session)
        first = Person(provider="other", provider_id="1", **facts)
        matcher.learn(first, ids["ivo"])
        found = matcher.match(Person(provider="other", provider_id="2", **facts))
        assert isinstance(found, Undecided)
        assert "has another other id" in found.candidates[0].reasons
        assert isinstance(matcher.match(Person(provider="third", provider_id="2", **facts)), Match)


def test_a_register_links_the_ids_of_providers(ids: dict[str, int], tmp_path: Path) -> None:
    register = tmp_path / "people.csv"
    register.write_text(
        "reep_id,name,key_wikidata,key_Known,key_other,key_third\n"
        "p1,Somebody,Q1,k1,o1,\n"
        "p2,Somebody,Q2,,o2,\n"
        "p3,Somebody,Q3,k2,o3,t1\n"
        "p4,Somebody,Q4,k1,,t1\n",
        encoding="utf-8",
    )
    with session_scope() as session:
        for provider, id_, key in (("known", "k1", "ivo"), ("known", "k2", "ilario"),
                                   ("third", "t1", "jörg")):  # fmt: skip
            session.add(PlayerId(provider=provider, provider_id=id_, player_id=ids[key],
                                 rule="created", decided_by=None))  # fmt: skip
    with session_scope(writes=False) as session:
        matcher = Matcher(session, register=register)

        def find(id_: str) -> Match | Undecided:
            return matcher.match(Person(provider="other", provider_id=id_, name="Nobody"))

        assert find("o1") == Match(ids["ivo"], MatchRule.REGISTER)
        assert isinstance(find("o2"), Undecided)
        assert isinstance(find("o3"), Undecided)  # its two ids are those of two players
        assert isinstance(find("o4"), Undecided)


WORDS = st.sampled_from(["Ivo", "Ilario", "Testarossa", "Jörg", "Müßiger", "Beispiel", "I.", "T"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    words=st.one_of(
        st.lists(WORDS, min_size=1, max_size=3).map(" ".join),
        st.sampled_from([fields["full_name"] for fields in PLAYERS.values()]),
        st.text(min_size=1, max_size=20),
    ),
    age=st.one_of(st.none(), st.integers(15, 40)),
    club=st.sampled_from(["", "Fictional FC", "Example Rovers", "Example AC"]),
    nationality=st.sampled_from(["Italy", "Germany", "Spain"]),
    provider_id=st.one_of(st.none(), st.integers(1, 9).map(str)),
)
def test_a_name_never_decides_whatever_else_agrees_but_the_birth(
    *, ids: dict[str, int], words: str, age: int | None, club: str, nationality: str,
    provider_id: str | None,
) -> None:  # fmt: skip
    found = match(
        name=words, age=age, as_of=date(2026, 11, 1), clubs=[club] if club else [],
        nationalities=[nationality], provider_id=provider_id,
    )  # fmt: skip
    assert isinstance(found, Undecided)


@pytest.mark.skipif("DATASET_DIR" not in os.environ, reason="DATASET_DIR is not set")
@pytest.mark.usefixtures("database")
@pytest.mark.timeout(300)
def test_changed_spellings_of_published_players_find_no_wrong_player() -> None:
    with (Path(os.environ["DATASET_DIR"]) / "players.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["date_of_birth"]]
    with session_scope() as session:
        ids = {}
        for row in rows:
            fields = PlayerFields.model_validate(
                {"full_name": row["name"].strip("\u200e\u200b ") or "Unknown",
                 "date_of_birth": row["date_of_birth"][:10],
                 "country": row["country_of_citizenship"]}
            )  # fmt: skip
            ids[row["player_id"]] = players.create(session, fields=fields).id
        matcher = Matcher(session)
        rng = random.Random(1)  # noqa: S311 - repeatable
        changes: dict[str, Callable[[str], str]] = {
            "no accents": anyascii,
            "first and last word": lambda name: " ".join([name.split()[0], name.split()[-1]]),
            "last name first": lambda name: " ".join([name.split()[-1], *name.split()[:-1]]),
            "two letters exchanged": lambda name: _exchange(name, rng.randrange(len(name) - 1)),
        }
        for what, change in changes.items():
            outcome = Counter[bool | None]()
            for row in rows:
                born = date.fromisoformat(row["date_of_birth"][:10])
                found = matcher.match(
                    Person(provider="other", name=change(row["name"]), date_of_birth=born)
                )
                right = ids[row["player_id"]]
                outcome[found.player_id == right if isinstance(found, Match) else None] += 1
            print(what, outcome)  # noqa: T201 - the figures of docs/decisions
            assert outcome[False] <= 1, what
            assert outcome[True] > 0.85 * len(rows), what


def _exchange(name: str, at: int) -> str:
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
