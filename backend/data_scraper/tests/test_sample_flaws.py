"""Every kind of flaw of the published files is in the sample, about as often."""

import re
import unicodedata
from collections import Counter

import pytest

from data_scraper.make_sample import DEFAULT_OUT
from data_scraper.tests.conftest import SampleFiles

# Shares of empty cells in the published players.csv.
EMPTY = {
    "first_name": 0.063,
    "country_of_birth": 0.086,
    "city_of_birth": 0.075,
    "country_of_citizenship": 0.012,
    "foot": 0.078,
    "height_in_cm": 0.069,
    "contract_expiration_date": 0.371,
    "agent_name": 0.491,
    "market_value_in_eur": 0.047,
    "highest_market_value_in_eur": 0.047,
}


@pytest.fixture(scope="module")
def players(files: SampleFiles) -> list[dict[str, str]]:
    return files["players"]


@pytest.mark.parametrize("column", EMPTY)
def test_cells_are_empty_about_as_often(players: list[dict[str, str]], column: str) -> None:
    share = sum(not row[column] for row in players) / len(players)
    assert share == pytest.approx(EMPTY[column], abs=max(0.01, EMPTY[column] * 0.15))


def test_a_few_birth_dates_are_unknown(players: list[dict[str, str]]) -> None:
    assert 1 <= sum(not row["date_of_birth"] for row in players) <= 10


def test_missing_positions_have_no_sub_position(players: list[dict[str, str]]) -> None:
    missing = [row for row in players if row["position"] == "Missing"]
    assert len(missing) == 11
    assert [row for row in players if not row["sub_position"]] == missing


def test_some_heights_are_typing_errors(players: list[dict[str, str]]) -> None:
    heights = [int(row["height_in_cm"]) for row in players if row["height_in_cm"]]
    assert {height for height in heights if height < 100} <= {17, 18, 19}
    assert 2 <= sum(height < 100 for height in heights) <= 5


def test_dates_include_midnight(players: list[dict[str, str]]) -> None:
    for column in ("date_of_birth", "contract_expiration_date"):
        for row in players:
            assert re.fullmatch(r"(\d{4}-\d\d-\d\d 00:00:00)?", row[column])


def test_cells_contain_commas_and_doubled_quotes(players: list[dict[str, str]]) -> None:
    assert any(row["country_of_citizenship"] == "Korea, South" for row in players)
    assert any("," in row["city_of_birth"] for row in players)
    assert '"Футбольний клуб ""' in (DEFAULT_OUT / "players.csv").read_text(encoding="utf-8")


def test_club_names_are_long_or_cyrillic(files: SampleFiles) -> None:
    names = [row["name"] for row in files["clubs"]]
    assert max(len(name) for name in names) == 98
    assert sum("CYRILLIC" in unicodedata.name(name[0]) for name in names) >= 4


@pytest.mark.parametrize("mark", ["\u200e", "\u200b"])
def test_names_contain_invisible_characters(players: list[dict[str, str]], mark: str) -> None:
    marked = [row for row in players if mark in row["name"]]
    assert len(marked) >= 3
    assert all(mark in row["last_name"] for row in marked)


def test_some_names_are_not_composed(players: list[dict[str, str]]) -> None:
    assert sum(not unicodedata.is_normalized("NFC", row["name"]) for row in players) >= 3


def test_a_country_has_two_spellings(players: list[dict[str, str]]) -> None:
    for column in ("country_of_birth", "country_of_citizenship"):
        spelled = Counter(row[column] for row in players)
        assert spelled["Turkey"] > spelled["Türkiye"] > 0


def test_players_share_names_and_one_pair_the_birth_date(players: list[dict[str, str]]) -> None:
    names = Counter(row["name"] for row in players)
    sharing = sum(count for count in names.values() if count > 1)
    assert 0.02 < sharing / len(players) < 0.06
    both = Counter((row["name"], row["date_of_birth"]) for row in players if row["date_of_birth"])
    assert sorted(both.values())[-2:] == [1, 2]


def test_two_leagues_share_a_name(files: SampleFiles) -> None:
    same = [row for row in files["competitions"] if row["name"] == "granit-liga"]
    assert {row["country_name"] for row in same} == {"Ukraine", "Bulgaria"}


@pytest.mark.parametrize("end", ["Retired", "Without Club"])
def test_some_careers_end_off_the_pitch(files: SampleFiles, end: str) -> None:
    latest: dict[str, str] = {}
    for row in files["transfers"]:  # latest first
        latest.setdefault(row["player_id"], row["to_club_name"])
    assert sum(name == end for name in latest.values()) >= 20


def test_one_name_has_two_letters(players: list[dict[str, str]]) -> None:
    assert [row["last_name"] for row in players if len(row["name"]) == 2] == ["Bô"]


def test_names_have_many_forms(players: list[dict[str, str]]) -> None:
    names = [row["name"] for row in players]
    for shape in (r"O'[A-Z]", r" Mc[A-Z]", r" van der ", r" de ", r"\w-\w", r"^\w+$", r"[Łłøčşığ]"):
        assert any(re.search(shape, name) for name in names), shape


def test_codes_are_ascii(players: list[dict[str, str]]) -> None:
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["player_code"]) for row in players)


def test_one_player_has_40_minutes_and_many_have_no_season(files: SampleFiles) -> None:
    minutes: Counter[str] = Counter()
    for row in files["player_seasons"]:
        minutes[row["player_id"]] += int(row["minutes_played"])
    assert 40 in minutes.values()
    assert 0.15 < 1 - len(minutes) / len(files["players"]) < 0.25
