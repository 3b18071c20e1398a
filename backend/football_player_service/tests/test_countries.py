"""Countries: one name for every spelling, and suggestions for the rest."""

import pycountry
import pytest

from football_player_service.app import countries
from football_player_service.app.text import fold


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Türkiye", "Turkey"),
        ("Turkey", "Turkey"),
        ("Korea, South", "South Korea"),
        ("Cote d'Ivoire", "Ivory Coast"),
        ("Côte d’Ivoire", "Ivory Coast"),
        ("USA", "United States"),
        ("U.S.A.", "United States"),
        ("us USA", "United States"),
        ("eng ENG", "England"),
        ("eng", "England"),
        ("sct SCO", "Scotland"),
        ("wls WAL", "Wales"),
        ("nir NIR", "Northern Ireland"),
        ("xk KVX", "Kosovo"),
        ("de", "Germany"),
        ("DEU", "Germany"),
        ("GER", "Germany"),
        ("Republic of Ireland", "Ireland"),
        ("Neukaledonien", "New Caledonia"),
        ("Bosnia-Herzegovina", "Bosnia and Herzegovina"),
        ("Congo DR", "DR Congo"),
        ("Congo", "Congo"),
        ("UdSSR", "Soviet Union"),
        ("Jugoslawien (SFR)", "Yugoslavia"),
        ("CSSR", "Czechoslovakia"),
        ("East Germany (GDR)", "East Germany"),
        ("Serbia and Montenegro", "Serbia and Montenegro"),
    ],
)
def test_every_spelling_has_one_name(text: str, name: str) -> None:
    assert countries.resolve(text) == name
    assert countries.resolve(name) == name


@pytest.mark.parametrize("text", ["Atlantis", "", "us GER", "Fictonia", "xx"])
def test_what_is_no_country_has_no_name(text: str) -> None:
    assert countries.resolve(text) is None


def test_every_country_of_the_standard_is_known_by_name_and_codes() -> None:
    for entry in pycountry.countries:
        found = {countries.resolve(text) for text in (entry.name, entry.alpha_2, entry.alpha_3)}
        assert len(found) == 1, entry
        assert None not in found, entry


def test_no_spelling_stands_for_two_countries() -> None:
    owners: dict[str, countries.Country] = {}
    for country, spellings in countries.spellings():
        for spelling in filter(None, map(fold, spellings)):
            assert owners.setdefault(spelling, country) == country, spelling


@pytest.mark.parametrize(
    ("text", "name"),
    [("Germny", "Germany"), ("Itly", "Italy"), ("Engand", "England"), ("Brasil", "Brazil")],
)
def test_the_closest_name_is_suggested_first(text: str, name: str) -> None:
    assert countries.suggest(text)[0] == name
    with pytest.raises(ValueError, match=f"'{text}' is not a known country. Did you mean {name}"):
        countries.checked(text)


def test_text_that_resembles_nothing_gets_advice() -> None:
    with pytest.raises(ValueError, match="Use the English name or an ISO code"):
        countries.checked("zzzzzzzzzz")
