"""Clubs and competitions found by the names and ids that providers give them."""

import pytest
from sqlalchemy import func
from sqlmodel import Session, select

from football_player_service.app.clubs import curated
from football_player_service.app.clubs.models import Club, ClubAlias, Competition
from football_player_service.app.clubs.service import club_index, find_club
from football_player_service.app.db import session_scope
from football_player_service.tests.clubs import resolve_club, resolve_competition

pytestmark = pytest.mark.usefixtures("database")

MARK = {"provider": "provider-a"}


def club(name: str, **known: str) -> Club:
    """The club that the name resolves to, in a transaction of its own."""
    with session_scope() as session:
        return session.get_one(Club, resolve_club(session, name=name, **known))


def short(name: str, **known: str) -> str:
    """Its short name."""
    return club(name, **known).short_name


def count(session: Session) -> int:
    """The number of clubs."""
    return session.exec(select(func.count()).select_from(Club)).one()


@pytest.mark.parametrize(
    ("name", "known_as"),
    [
        ("Manchester City", "Man City"),
        ("Manchester City Football Club", "Man City"),
        ("psg", "PSG"),
        ("Paris S-G", "PSG"),
        ("inter", "Inter"),
        ("Football Club Internazionale Milano S.p.A.", "Inter"),
        ("man utd", "Man Utd"),
        ("bayern munchen", "Bayern Munich"),
        ("spurs", "Spurs"),
        ("gladbach", "Gladbach"),
        ("atletico", "Atlético Madrid"),
        ("Società Sportiva Lazio S.p.A.", "Lazio"),
        ("NAC Breda", "NAC Breda"),
        ("Wolves", "Wolves"),
        ("Bayern München", "Bayern Munich"),
        ("1.FC Köln", "Köln"),
        ("FC Koln", "Köln"),
        ("Dinamo Kiev", "Dynamo Kyiv"),
    ],
)
def test_well_known_clubs_are_found_by_what_people_call_them(name: str, known_as: str) -> None:
    with session_scope(writes=False) as session:
        before = count(session)
    assert short(name) == known_as
    with session_scope(writes=False) as session:
        assert count(session) == before


def test_a_new_club_is_added_once_and_found_by_every_provider() -> None:
    first = club("Fictional Rovers FC", provider="provider-a", country="Wales")
    assert (first.name, first.short_name) == ("Fictional Rovers FC", "Fictional Rovers")
    assert first.country == "Wales"
    for again in (
        club("Fictional Rovers FC", provider="provider-a"),
        club("Fictional Rovers", provider="provider-b", provider_id="7"),
        club("A name of another year", provider="provider-b", provider_id="7"),
        club("FICTIONAL  ROVERS"),
    ):
        assert again.id == first.id


def test_two_ids_of_a_provider_are_two_clubs_even_with_one_name() -> None:
    first = club("Fictional Athletic", provider="provider-a", provider_id="1")
    second = club("Fictional Athletic", provider="provider-a", provider_id="2")
    assert first.id != second.id
    assert club("Renamed", provider="provider-a", provider_id="2").id == second.id
    # Which of them another provider means is not guessed.
    third = club("Fictional Athletic", provider="provider-b")
    assert third.id not in {first.id, second.id}
    assert club("Fictional Athletic", provider="provider-b").id == third.id


def test_the_country_decides_between_clubs_of_one_name() -> None:
    assert short("Everton") == "Everton"
    assert short("Everton", country="England") == "Everton"
    assert short("Everton", country="Chile") == "Everton (CHI)"
    assert short("Racing", country="Spain") == "Racing Santander"
    assert short("Racing", country="Argentina") == "Racing Club"
    elsewhere = club("Everton", provider="provider-a", country="Norway")
    assert elsewhere.country == "Norway"
    assert elsewhere.short_name == "Everton (Norway)"
    assert club("Everton", provider="provider-a", country="Norway").id == elsewhere.id
    assert club("Everton", provider="provider-b", country="Norway").id == elsewhere.id
    assert short("Everton") == "Everton"


def test_the_competition_stands_for_its_country() -> None:
    with session_scope() as session:
        found = session.get_one(Club, find_club(session, name="Racing", league="La Liga"))
    assert found.short_name == "Racing Santander"


def test_an_ambiguous_name_becomes_a_club_of_its_own_once() -> None:
    nacional = club("Nacional", **MARK)
    assert nacional.short_name == "Nacional"
    assert nacional.country is None
    assert club("Nacional", **MARK).id == nacional.id
    assert short("Nacional", country="Portugal", **MARK) == "Nacional"
    assert club("Nacional", country="Portugal", **MARK).country == "Portugal"
    assert short("Nacional", country="Uruguay", **MARK) == "Nacional (URU)"


def test_clubs_in_the_league_of_a_neighbour_are_found() -> None:
    assert short("Swansea City", country="England") == "Swansea"
    assert short("Monaco", country="France") == "Monaco"
    assert short("Toronto FC", country="United States") == "Toronto FC"


def test_the_squads_of_a_club_are_not_the_club() -> None:
    first = club("Arsenal")
    for squad in ("Arsenal U21", "Arsenal Women", "Jong Ajax", "Barcelona B", "Real Madrid C"):
        assert club(squad).id != first.id


def test_names_that_share_words_stay_different_clubs() -> None:
    pairs = [
        ("AC Milan", "Inter Milan"),
        ("Dundee", "Dundee United"),
        ("AC Ajaccio", "GFC Ajaccio"),
        ("Paris FC", "Paris Saint-Germain"),
        ("Metalist 1925 Kharkiv", "Metalist Kharkiv"),
        ("Beerschot AC", "Beerschot VA"),
        ("SC Bastia", "CA Bastia"),
        ("Dnipro-1", "Dnipro"),
        ("Club Brugge", "Cercle Brugge"),
        ("Barcelona", "Barcelona SC"),
        ("FC Eindhoven", "PSV Eindhoven"),
    ]
    for one, other in pairs:
        assert club(one).id != club(other).id


def test_a_file_of_clubs_is_resolved_in_memory_and_stored_at_once() -> None:
    rows = [("1", "Fictional Town"), ("2", "Fictional Town"), ("3", "Man City"), ("1", "Renamed")]
    with session_scope() as session:
        index = club_index(session)
        found = [index.resolve(name=name, provider="a", provider_id=id) for id, name in rows]
        index.save(session)
        assert found[0].id == found[3].id
        assert len({named.id for named in found}) == 3
        assert found[2].short_name == "Man City"
    with session_scope() as session:
        index = club_index(session)
        again = [index.resolve(name=name, provider="a", provider_id=id) for id, name in rows]
        index.save(session)
        assert [named.id for named in again] == [named.id for named in found]


@pytest.mark.parametrize(
    ("name", "known", "short_name"),
    [
        ("eng Premier League", {}, "Premier League"),
        ("EPL", {}, "Premier League"),
        ("Premier League", {}, "Premier League"),
        ("La_liga", {}, "LaLiga"),
        ("GER-Bundesliga", {}, "Bundesliga"),
        ("Bundesliga", {"country": "Austria"}, "Austrian Bundesliga"),
        ("premier-liga", {"country": "Russia"}, "Russian Premier League"),
        ("premier-liga", {"country": "Ukraine"}, "Ukrainian Premier League"),
        ("?", {"provider": "transfermarkt", "provider_id": "GB1"}, "Premier League"),
        ("Série A", {"country": "Brazil"}, "Brasileirão"),
        ("Serie A", {}, "Serie A"),
    ],
)
def test_competitions_are_found_by_the_names_of_providers(
    name: str, known: dict[str, str], short_name: str
) -> None:
    with session_scope() as session:
        found = session.get_one(Competition, resolve_competition(session, name=name, **known))
        assert found.short_name == short_name


def test_a_league_of_the_same_name_in_another_country_is_another_one() -> None:
    with session_scope() as session:
        ids = {
            resolve_competition(session, name="Premier League", country=country)
            for country in ("England", "Egypt", "Kazakhstan")
        }
        assert len(ids) == 3
        assert resolve_competition(session, name="Premier League", country="Egypt") in ids


def test_storing_the_lists_again_changes_nothing_and_repairs_what_is_missing() -> None:
    with session_scope() as session:
        before = session.exec(select(func.count()).select_from(ClubAlias)).one()
        clubs = count(session)
        lazio = session.get_one(Club, resolve_club(session, name="Lazio"))
        lazio.short_name = "Changed"
        session.delete(session.get_one(ClubAlias, ("", "ss lazio", lazio.id)))
        session.flush()
        curated.store(session)
        session.expire_all()
        assert session.get_one(Club, lazio.id).short_name == "Lazio"
        assert session.exec(select(func.count()).select_from(ClubAlias)).one() == before
        assert count(session) == clubs


def test_a_club_that_was_imported_before_it_was_listed_is_the_listed_one() -> None:
    with session_scope() as session:
        psg = resolve_club(session, name="PSG")
        for alias in session.exec(select(ClubAlias).where(ClubAlias.club_id == psg)):
            session.delete(alias)
        session.add(
            ClubAlias(provider="transfermarkt", alias="#583", club_id=psg, spelling="Paris")
        )
        session.get_one(Club, psg).short_name = "Paris"
        clubs = count(session)
        session.flush()
        curated.store(session)
        session.expire_all()
        assert count(session) == clubs
        assert resolve_club(session, name="psg") == psg
        assert session.get_one(Club, psg).short_name == "PSG"
