"""How cells of players.csv become the fields of a player."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from football_player_service.app.imports.tables import UnusableFile
from football_player_service.app.players.ages import today
from football_player_service.app.players.schemas import PlayerFields
from football_player_service.tests.source_files import (
    PLAYER,
    load,
    only,
    stored,
    write_csv,
    write_source,
)

pytestmark = pytest.mark.usefixtures("database")


@pytest.mark.parametrize(
    ("column", "cell", "field", "value", "note"),
    [
        ("position", "Midfield", "position", "Midfielder", None),
        ("position", "Missing", "position", None, "position: not known, left empty"),
        ("position", "Sweeper", "position", None, "position: not one of Goalkeeper, Defender"),
        ("foot", "both", "foot", "both", None),
        ("foot", "third", "foot", None, "foot: not one of left"),
        ("height_in_cm", "17", "height_cm", None, "height_in_cm: not between 120 and 230 cm"),
        ("height_in_cm", "231", "height_cm", None, "height_in_cm: not between 120 and 230 cm"),
        ("height_in_cm", "tall", "height_cm", None, "height_in_cm: not a height, such as"),
        ("height_in_cm", "", "height_cm", None, None),
        ("market_value_in_eur", "1500000.000", "market_value", 1_500_000, None),
        (
            "market_value_in_eur",
            "-5",
            "market_value",
            None,
            "market_value_in_eur: not between 0 and",
        ),
        ("market_value_in_eur", "1e6", "market_value", None, "market_value_in_eur: not an amount"),
        ("market_value_in_eur", "٣", "market_value", None, "market_value_in_eur: not an amount"),
        ("date_of_birth", "", "date_of_birth", None, None),
        ("date_of_birth", "2001-05-17", "date_of_birth", date(2001, 5, 17), None),
        ("date_of_birth", "2001-02-30", "date_of_birth", None, "date_of_birth: not a date"),
        ("date_of_birth", "17/05/2001", "date_of_birth", date(2001, 5, 17), None),
        ("date_of_birth", "1801-05-17", "date_of_birth", None, "date_of_birth: not within"),
        ("contract_expiration_date", "", "contract_until", None, None),
        ("name", "Eto\u200b'o", "full_name", "Eto'o", "name: invisible characters removed"),
        ("name", "Andre\u0301", "full_name", "André", "name: accents composed"),
        ("name", "Iv\x07o", "full_name", "Ivo", "name: control characters removed"),
        ("name", " PC ", "full_name", "PC", None),
        ("name", "de Jong, Jr", "full_name", "de Jong, Jr", None),
        (
            "current_club_name",
            "x" * 121,
            "current_team",
            None,
            "current_club_name: longer than 120",
        ),
        ("current_club_name", "", "current_team", "Fictional", None),
        ("agent_name", "", "agent", None, None),
        ("country_of_citizenship", "Türkiye", "country", "Turkey", "country_of_citizenship:"),
        ("country_of_citizenship", "Neukaledonien", "country", "New Caledonia", "country_of_citi"),
        ("country_of_citizenship", "", "country", None, None),
        ("current_club_domestic_competition_id", "ES1", "league", "LaLiga", None),
        ("current_club_domestic_competition_id", "GB1", "league", "Premier League", None),
        ("current_club_domestic_competition_id", "L1", "league", "Bundesliga", None),
        ("current_club_domestic_competition_id", "RU1", "league", "Russian Premier League", None),
        (
            "current_club_domestic_competition_id",
            "UKR1",
            "league",
            "Ukrainian Premier League",
            None,
        ),
        ("current_club_domestic_competition_id", "TR1", "league", "Süper Lig", None),
        ("current_club_domestic_competition_id", "XX1", "league", "Crown League (Fictonia)", None),
        (
            "current_club_domestic_competition_id",
            "ZZ9",
            "league",
            None,
            "current_club_domestic_competition_id: not in competitions.csv",
        ),
    ],
)
def test_a_cell_becomes_a_value_or_is_reported_with_its_line(
    tmp_path: Path, *, column: str, cell: str, field: str, value: Any, note: str | None
) -> None:
    summary = load(write_source(tmp_path, {column: cell}, {"player_id": "2"}))
    assert stored()[0][field] == value
    reported = summary.ignored | summary.notes
    assert [what.startswith(note or "") for what in reported] == [True] * bool(note)
    assert all(tally.examples == [f"2: {cell!r}"] for tally in reported.values())


def test_a_highest_value_below_the_market_value_is_ignored(tmp_path: Path) -> None:
    summary = load(write_source(tmp_path, {"highest_market_value_in_eur": "5"}))
    assert only()["market_value"] == 12_000_000
    assert only()["highest_market_value"] is None
    assert list(summary.ignored) == ["highest_market_value_in_eur: below market_value_in_eur"]


def test_the_country_is_the_citizenship_and_derived_columns_are_filled(tmp_path: Path) -> None:
    load(write_source(tmp_path, {"country_of_birth": "France"}))
    player = only()
    assert player["country"] == "Italy"
    assert (player["source"], player["source_id"]) == ("transfermarkt", "900001")
    assert (player["sort_name"], player["search_text"]) == (
        "ivo testarossa",
        "ivo testarossa fictional fc",
    )
    assert (player["version"], player["data_as_of"]) == (1, None)
    assert player["date_of_birth_is_estimate"] is False


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("X", "shorter than 2"),
        ("\u200b", "name: empty"),
        ("x" * 101, "longer than 100"),
        ("", "empty"),
    ],
)
def test_a_row_without_a_valid_name_is_skipped(tmp_path: Path, name: str, reason: str) -> None:
    summary = load(write_source(tmp_path, {"player_id": "1", "name": name}, {"player_id": "2"}))
    assert [player["source_id"] for player in stored()] == ["2"]
    ((problem, tally),) = summary.skipped.items()
    assert reason in problem
    assert tally.examples[0].startswith("2")


def test_ragged_and_repeated_rows_are_skipped_with_their_lines(tmp_path: Path) -> None:
    folder = write_source(
        tmp_path, {"name": "Ivo\nTesta"}, {"name": "Another One"}, {"player_id": "3"}
    )
    with (folder / "players.csv").open("a") as file:
        file.write("1,2,3\n\n")
    summary = load(folder)
    assert [player["full_name"] for player in stored()] == ["IvoTesta", "Ivo Testarossa"]
    assert {what: tally.examples for what, tally in summary.skipped.items()} == {
        "not as many cells as the header": ["6"],
        "player_id: repeats that of another row": ["4: '900001'"],
    }
    assert summary.read == 4


@pytest.mark.parametrize("number", ["", " ", "12a", "٣", "9" * 61])
def test_a_row_without_a_usable_id_is_skipped(tmp_path: Path, number: str) -> None:
    summary = load(write_source(tmp_path, {"player_id": number}))
    assert stored() == []
    assert [what.partition(":")[0] for what in summary.skipped] == ["player_id"]


YESTERDAY = str(today() - timedelta(days=1))
TOMORROW = str(today() + timedelta(days=1))


@pytest.mark.parametrize(
    ("player", "transfers", "status"),
    [
        ({}, [], "active"),
        ({"last_season": "2012"}, [], None),
        ({"current_club_name": "Retired"}, [], "retired"),
        ({"current_club_name": "Without Club"}, [], "free_agent"),
        ({}, [("900001", YESTERDAY, "Retired")], "retired"),
        ({}, [("900001", TOMORROW, "Retired")], "active"),
        ({"last_season": "2012"}, [("900001", "2013-06-30", "Without Club")], "free_agent"),
        (
            {"last_season": "2012"},
            [("900001", "2014-01-01", "Retired"), ("900001", "2013-01-01", "Without Club")],
            "retired",
        ),
        (
            {"last_season": "2012"},
            [("900001", "2013-01-01", "Without Club"), ("900001", "2013-02-01", "Example FC")],
            None,
        ),
        # Of two transfers on a day, the one to a club counts.
        (
            {"last_season": "2012"},
            [("900001", "2013-01-01", "Without Club"), ("900001", "2013-01-01", "Example FC")],
            None,
        ),
        # In a squad in a later season than the transfer.
        ({"last_season": "2014"}, [("900001", "2013-01-01", "Without Club")], None),
        ({}, [("900001", "soon", "Retired")], "active"),
    ],
)
def test_the_status_comes_from_the_files_or_is_unknown(
    tmp_path: Path,
    player: dict[str, str],
    transfers: list[tuple[str, str, str]],
    status: str | None,
) -> None:
    load(write_source(tmp_path, player, {"player_id": "2"}, transfers=transfers))
    found = next(one for one in stored() if one["source_id"] == "900001")
    assert found["status"] == status
    of_a_club = [found["current_team"], found["league"], found["contract_until"]]
    assert (of_a_club == [None] * 3) == (status in {"retired", "free_agent"})


def test_columns_may_come_in_any_order_with_others_between_and_a_bom(tmp_path: Path) -> None:
    write_source(tmp_path, {})
    write_csv(tmp_path / "players.csv", [dict(sorted((PLAYER | {"zebra": "1"}).items()))])
    text = (tmp_path / "players.csv").read_text(encoding="utf-8")
    (tmp_path / "players.csv").write_text(text.replace("\n", "\r\n"), encoding="utf-8-sig")
    load(tmp_path)
    assert only()["full_name"] == "Ivo Testarossa"


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("players.csv", b"", "players.csv is empty."),
        (
            "players.csv",
            b"player_id,age\n1,A B\n",
            "players.csv line 1: no column name. The header has: player_id, age.",
        ),
        ("players.csv", b"%PDF-1.7", "players.csv is a PDF. Export the table as CSV"),
        ("players.csv", b"player_id,name\n1,A B\n", "players.csv: the date of the data is not"),
        (
            "competitions.csv",
            b"competition_id,name\n",
            "competitions.csv line 1: no column country_name.",
        ),
        (
            "competitions.csv",
            b"competition_id,name,name,country_name\n",
            "competitions.csv line 1: more than one column name.",
        ),
        (
            "competitions.csv",
            b"competition_id,name,country_name\nA\n",
            "competitions.csv line 2: not as",
        ),
        ("clubs.csv", b'club_id,name\n1,"A\n', "clubs.csv line 2: cannot be read as CSV"),
        ("clubs.csv", b"club_id,name\n1,A\n2,\xe9\n", "clubs.csv line 3: not UTF-8."),
        ("players.csv", None, "players.csv cannot be read: No such file or directory."),
        (
            "transfers.csv",
            b"player_id\n",
            "transfers.csv line 1: no column transfer_date, from_club_name, to_club_name.",
        ),
    ],
)
def test_an_unusable_file_is_named_and_changes_nothing(
    tmp_path: Path, file: str, content: bytes | None, message: str
) -> None:
    write_source(tmp_path, {})
    (tmp_path / file).unlink(missing_ok=True)
    if content is not None:
        (tmp_path / file).write_bytes(content)
    with pytest.raises(UnusableFile) as caught:
        load(tmp_path)
    assert message in str(caught.value)
    assert stored() == []


def test_the_whole_file_is_checked_for_utf8_before_anything_is_stored(tmp_path: Path) -> None:
    write_source(tmp_path, *({"player_id": str(number)} for number in range(3000)))
    content = (tmp_path / "players.csv").read_bytes()
    (tmp_path / "players.csv").write_bytes(content + content.splitlines()[1][:-3] + b"\xe9\n")
    with pytest.raises(UnusableFile, match=r"players\.csv line 3002: not UTF-8"):
        load(tmp_path)
    assert stored() == []


def test_stored_players_are_valid_whatever_the_cells(tmp_path: Path) -> None:
    cells = ["", "-1", "17", "99999999999", "2999-01-01", "x" * 130, "Retired", "\u200b", "Attack"]
    rows = [{column: cell} for column in PLAYER for cell in cells if column != "player_id"]
    rows += [{} for _ in range(400)]  # so that few cells of each column are unreadable
    write_source(tmp_path, *({"player_id": str(n)} | row for n, row in enumerate(rows)))
    assert load(tmp_path).inserted > len(rows) - 50
    names = PlayerFields.model_fields.keys() - {"age"}
    for player in stored():
        PlayerFields.model_validate({name: player[name] for name in names})
