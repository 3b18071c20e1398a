"""The forms in which names of clubs are compared, and the curated lists."""

import re
from collections import defaultdict

import pytest

from football_player_service.app import countries
from football_player_service.app.clubs import curated, names
from football_player_service.app.clubs.models import ANY_PROVIDER


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Manchester City Football Club", "manchester city"),
        ("Manchester City", "manchester city"),
        ("FC Schalke 04", "schalke"),
        ("1. FC Köln", "koln"),
        ("1. Fußballclub Heidenheim 1846", "heidenheim"),
        ("Valencia Club de Fútbol S. A. D.", "valencia"),
        ("Società Sportiva Lazio S.p.A.", "societa sportiva lazio"),
        ("A.S. Roma", "as roma"),
        ("Paris S-G", "paris sg"),
        ("Brighton & Hove Albion", "brighton hove albion"),
        ("Brighton and Hove Albion Football Club", "brighton hove albion"),
        # Different clubs keep different forms.
        ("SK Dnipro-1", "sk dnipro 1"),
        ("Real Madrid C", "real madrid c"),
        ("Arsenal U21", "arsenal u21"),
        ("Metalist Kharkiv (- 2016)", "metalist kharkiv until 2016"),
        ("B 93", "b 93"),
        ("FC", "fc"),
    ],
)
def test_legal_forms_and_years_do_not_matter(name: str, form: str) -> None:
    assert names.reduced(name) == form


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Cheltenham Town FC", "Cheltenham Town"),
        ("Football Club Example", "Example"),
        ("Example Club de Fútbol S.A.D.", "Example"),
        ("Example Calcio S.r.l.", "Example Calcio"),
        ("FC UB", "FC UB"),
        ("AC Example", "AC Example"),
    ],
)
def test_short_names_are_without_legal_forms(name: str, short: str) -> None:
    assert names.short(name) == short


@pytest.mark.parametrize("entries", [curated.clubs(), curated.competitions()])
def test_every_entry_of_the_lists_is_found_by_its_own_names_only(
    entries: tuple[curated.Entry, ...],
) -> None:
    keys = [entry.key for entry in entries]
    assert len(set(map(names.exact, keys))) == len(keys)
    ids: dict[str, list[str]] = defaultdict(list)
    exact: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for provider, alias, spelling in entry.aliases:
            if alias.startswith("#"):
                ids[alias].append(entry.key)
            elif provider == ANY_PROVIDER and alias == names.exact(spelling):
                exact[alias].add(entry.key)
        own = {alias for provider, alias, _ in entry.aliases if provider == ANY_PROVIDER}
        name = names.exact(str(entry.columns["name"]))
        country = entry.columns["country"]
        assert name in own or names.in_country(name, str(country)) in own, entry.key
    assert {key: owners for key, owners in ids.items() if len(owners) > 1} == {}
    assert {alias: owners for alias, owners in exact.items() if len(owners) > 1} == {}


def test_countries_and_colours_of_the_lists_are_valid() -> None:
    for entry in (*curated.clubs(), *curated.competitions()):
        country = entry.columns["country"]
        assert country is None or countries.resolve(country) == country, entry.key
    for entry in curated.clubs():
        colours = [entry.columns[f"{which}_colour"] for which in ("primary", "secondary")]
        if entry.columns["status"]:
            assert colours == [None, None]
        else:
            assert all(re.fullmatch("#[0-9a-f]{6}", str(c)) for c in colours), entry.key
