"""Transfers, market values and seasons of players, from the published files."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table, select, text
from sqlalchemy.orm import aliased
from sqlmodel import SQLModel, col
from sqlmodel import select as sqlmodel_select

from football_player_service.app.clubs.models import Club
from football_player_service.app.db import session_scope
from football_player_service.app.imports import careers, service
from football_player_service.app.imports.career_file import StoredPlayer
from football_player_service.app.imports.seasons import span_of
from football_player_service.app.imports.summary import Summary
from football_player_service.app.imports.tables import UnusableFile
from football_player_service.app.players.ages import today
from football_player_service.app.record.models import Span, StatLine, StatValue, Transfer, Valuation
from football_player_service.tests.careers import season_rows
from football_player_service.tests.source_files import (
    CAREER_ROWS,
    counts,
    load,
    load_careers,
    source,
    write_career,
    write_csv,
    write_source,
)

TOMORROW = str(today() + timedelta(days=1))
LEAGUE = "Serie A"


def rows(model: type[SQLModel]) -> list[tuple[Any, ...]]:
    """All rows without their player_id, in the order of the columns, by key."""
    table: Table = model.__table__  # type: ignore[attr-defined]
    with session_scope(writes=False) as session:
        found = session.connection().execute(select(table).order_by(*table.primary_key))
        return [tuple(row)[1:] for row in found]


def transfers() -> list[tuple[str, str, str, int | None]]:
    """All transfers with the full names of their clubs, earliest first."""
    old, new = aliased(Club), aliased(Club)
    statement = (
        sqlmodel_select(Transfer, old.name, new.name)
        .join(old, col(Transfer.from_club_id) == old.id)
        .join(new, col(Transfer.to_club_id) == new.id)
        .order_by(col(Transfer.day), col(old.name))
    )
    with session_scope(writes=False) as session:
        return [(str(t.day), old, new, t.fee) for t, old, new in session.exec(statement)]


def stored_players() -> dict[str, StoredPlayer]:
    """The players of the provider."""
    with session_scope(writes=False) as session:
        return careers.stored_players(session, "transfermarkt")


def skipped(summary: Summary) -> dict[str, list[str]]:
    """Examples of skipped rows by reason."""
    return {reason: tally.examples for reason, tally in summary.skipped.items()}


@pytest.fixture
def folder(tmp_path: Path, database: str) -> Path:
    """A folder with one player, who is loaded."""
    load(write_source(tmp_path, {}))
    return tmp_path


def test_a_career_is_loaded_and_a_second_run_changes_nothing(folder: Path) -> None:
    write_career(folder, "transfers.csv", {}, {"transfer_date": "2019-01-31", "transfer_fee": ""})
    write_career(folder, "player_valuations.csv", {}, {"date": "2024-06-15 00:00:00"})
    write_career(folder, "player_seasons.csv", {"last_season": "2023"}, {})
    for name, summary in load_careers(folder).items():
        assert counts(summary) == (2, 0, 0), name
    expected: dict[type[SQLModel], list[tuple[Any, ...]]] = {
        Valuation: [(date(2023, 6, 15), 9_000_000), (date(2024, 6, 15), 9_000_000)],
    }
    seasons = [
        ("season", 2023, None, 30, 2400, 12, 3, 4, 1),
        ("season", 2024, LEAGUE, 30, 2400, 12, 3, 4, 1),
    ]
    moves = [
        ("2019-01-31", "Example Rovers", "Fictional FC", None),
        ("2022-07-01", "Example Rovers", "Fictional FC", 2_500_000),
    ]
    assert {table: rows(table) for table in expected} == expected
    assert transfers() == moves
    assert season_rows() == seasons
    for name, summary in load_careers(folder).items():
        assert counts(summary) == (0, 0, 2), name
        assert "Nothing changed." in list(summary.lines())
    assert {table: rows(table) for table in expected} == expected
    assert season_rows() == seasons
    assert transfers() == moves


@pytest.mark.parametrize(
    ("name", "change", "table", "value"),
    [
        ("transfers.csv", {"transfer_fee": "3000000"}, Transfer, 3_000_000),
        ("transfers.csv", {"transfer_fee": "0.000"}, Transfer, 0),
        ("player_valuations.csv", {"market_value_in_eur": "8000000"}, Valuation, 8_000_000),
        ("player_seasons.csv", {"red_cards": "0"}, None, 0),
    ],
)
def test_changed_rows_are_updated_and_new_ones_inserted(
    folder: Path,
    *,
    name: str,
    change: dict[str, str],
    table: type[SQLModel] | None,
    value: int | None,
) -> None:
    key = next(cell for cell in CAREER_ROWS[name] if cell in {"transfer_date", "date", "games"})
    other = {"last_season": "2023"} if key == "games" else {key: "2020-02-02"}
    write_career(folder, name, {})
    load_careers(folder)
    write_career(folder, name, change, other)
    assert counts(load_careers(folder)[name]) == (1, 1, 0)
    assert (rows(table) if table else season_rows())[-1][-1] == value
    assert counts(load_careers(folder)[name]) == (0, 0, 2)


def test_rows_of_unknown_players_are_counted_not_listed(folder: Path) -> None:
    for name in CAREER_ROWS:
        strangers = [{"player_id": number} for number in ("900002", "", "x", "0900001")]
        write_career(folder, name, {}, *strangers)
    for name, summary in load_careers(folder).items():
        if name == "player_seasons.csv":  # appearances.csv is used instead
            continue
        assert (summary.read, summary.inserted) == (5, 1), name
        assert "  player not in the database: 4" in list(summary.lines()), name


SKIPPED = [
    ("transfers.csv", {"transfer_date": TOMORROW}, "transfer_date: in the future"),
    ("transfers.csv", {"transfer_date": "summer 2022"}, "transfer_date: not a date"),
    ("transfers.csv", {"transfer_date": ""}, "transfer_date: empty"),
    ("transfers.csv", {"from_club_name": " \u200b "}, "from_club_name: empty"),
    ("transfers.csv", {"to_club_name": "x" * 121}, "to_club_name: longer than 120 characters"),
    ("player_valuations.csv", {"date": TOMORROW}, "date: in the future"),
    ("player_valuations.csv", {"date": "2023-02-30"}, "date: not a date"),
    ("player_valuations.csv", {"market_value_in_eur": ""}, "market_value_in_eur: empty"),
    ("player_valuations.csv", {"market_value_in_eur": "9 coins"}, "market_value_in_eur: not an"),
    (
        "player_valuations.csv",
        {"market_value_in_eur": "-1"},
        "market_value_in_eur: not between 0 and",
    ),
    (
        "player_valuations.csv",
        {"market_value_in_eur": "9" * 18},
        "market_value_in_eur: not between",
    ),
    ("player_seasons.csv", {"last_season": "summer"}, "last_season: not a season"),
    ("player_seasons.csv", {"last_season": "1849"}, "last_season: not between 1850"),
    (
        "player_seasons.csv",
        {"last_season": str(today().year + 1)},
        "last_season: not between 1850",
    ),
    ("player_seasons.csv", {"games": "-3"}, "games: not between 0 and"),
    ("player_seasons.csv", {"goals": "nan"}, "goals: empty"),
    ("player_seasons.csv", {"assists": "2.5"}, "assists: not a whole number"),
    ("player_seasons.csv", {"games": "18"}, "minutes_played: more than 130 per game"),
    ("player_seasons.csv", {"games": "0"}, "minutes_played: more than 130 per game"),
    ("appearances.csv", {"date": TOMORROW}, "date: in the future"),
    ("appearances.csv", {"date": "soon"}, "date: not a date"),
    ("appearances.csv", {"minutes_played": "131"}, "minutes_played: not between 0 and 130"),
    ("appearances.csv", {"goals": "-1"}, "goals: not between 0 and"),
    ("appearances.csv", {"yellow_cards": ""}, "yellow_cards: empty"),
    ("appearances.csv", {"appearance_id": ""}, "appearance_id: empty"),
]


@pytest.mark.parametrize(("name", "change", "reason"), SKIPPED)
def test_a_row_with_a_bad_cell_is_skipped_and_reported_with_its_line(
    folder: Path, name: str, change: dict[str, str], reason: str
) -> None:
    write_career(folder, name, {}, change)
    summary = load_careers(folder)[name]
    assert (summary.read, summary.inserted) == (2, 1)
    ((problem, lines),) = skipped(summary).items()
    assert problem.startswith(reason)
    assert [line.partition(":")[0] for line in lines] == ["3"]


@pytest.mark.parametrize("name", CAREER_ROWS)
def test_ragged_and_repeated_rows_are_skipped_with_their_lines(folder: Path, name: str) -> None:
    write_career(folder, name, {}, {})
    with (folder / name).open("a") as file:
        file.write("900001,2\n")
    summary = load_careers(folder)[name]
    assert (summary.read, summary.inserted) == (3, 1)
    assert sorted(line.partition(":")[0] for (line,) in skipped(summary).values()) == ["3", "4"]
    assert any("repeats" in reason for reason in summary.skipped)


def test_the_first_of_two_values_on_a_day_is_kept(folder: Path) -> None:
    write_career(folder, "player_valuations.csv", {}, {"market_value_in_eur": "1"})
    for _ in range(2):
        load_careers(folder)
        assert rows(Valuation) == [(date(2023, 6, 15), 9_000_000)]


def test_club_names_are_cleaned_and_bad_fees_ignored(folder: Path) -> None:
    write_career(
        folder,
        "transfers.csv",
        {
            "from_club_id": "900003",
            "from_club_name": "E\u0301toile\u200b\x07 FC",
            "to_club_id": "515",
            "to_club_name": "Without Club",
        },
        {
            "from_club_id": "",
            "from_club_name": "Фк Приклад",
            "to_club_id": "123",
            "to_club_name": "Retired",
            "transfer_fee": "-5",
        },
        {"transfer_date": "2021-01-01", "transfer_fee": "-"},
    )
    summary = load_careers(folder)["transfers.csv"]
    assert transfers() == [
        ("2021-01-01", "Example Rovers", "Fictional FC", None),
        ("2022-07-01", "Étoile FC", "Without Club", 2_500_000),
        ("2022-07-01", "Фк Приклад", "Retired", None),
    ]
    assert {problem: tally.examples for problem, tally in summary.ignored.items()} == {
        "transfer_fee: not between 0 and 10,000,000,000 euros": ["3: '-5'"],
    }


def test_a_transfer_is_stored_once_although_the_provider_renames_its_clubs(folder: Path) -> None:
    write_career(folder, "transfers.csv", {}, {"transfer_date": "2019-01-31"})
    assert counts(load_careers(folder)["transfers.csv"]) == (2, 0, 0)
    names = {"from_club_name": "Rovers of Example", "to_club_name": "Fictional Football Club 1904"}
    write_career(folder, "transfers.csv", names, names | {"transfer_date": "2019-01-31"})
    assert counts(load_careers(folder)["transfers.csv"]) == (0, 0, 2)
    assert [(old, new) for _, old, new, _ in transfers()] == [
        ("Example Rovers", "Fictional FC")
    ] * 2


def test_clubs_of_one_name_are_told_apart_by_their_ids(folder: Path) -> None:
    other = {"from_club_id": "900009", "transfer_date": "2019-01-31"}
    write_career(folder, "transfers.csv", {}, other)
    load_careers(folder)
    assert len({row[1] for row in rows(Transfer)}) == 2
    assert counts(load_careers(folder)["transfers.csv"]) == (0, 0, 2)


def test_a_club_without_an_id_is_the_same_in_the_next_import(folder: Path) -> None:
    rows_of_one_name = [
        {"from_club_id": id_, "from_club_name": "Shared Name", "transfer_date": f"201{n}-01-31"}
        for n, id_ in enumerate(("", "900011", "900012"))
    ]
    write_career(folder, "transfers.csv", *rows_of_one_name)
    assert counts(load_careers(folder)["transfers.csv"]) == (3, 0, 0)
    assert counts(load_careers(folder)["transfers.csv"]) == (0, 0, 3)


NOW = today().year


@pytest.mark.parametrize(
    ("why", "last", "years", "span"),
    [
        ("the last game was in the last season", {"1": 2024}, {"1": [2023, 2024]}, Span.SEASON),
        ("games continue in the spring", {"1": 2024}, {"1": [2024, 2025]}, Span.YEAR),
        (
            "in autumn, when the newest year is also the newest season",
            {"1": NOW, "2": NOW, "3": NOW, "4": NOW - 3, "5": NOW - 3},
            {"1": [NOW], "2": [NOW], "3": [NOW], "4": [NOW - 2], "5": [NOW - 2]},
            Span.YEAR,
        ),
        (
            "the file is a year older, and few players are active",
            dict.fromkeys("1234567", 2020) | {"8": 2024, "9": 2024},
            {player: [2020] for player in "1234567"} | {"8": [2025], "9": [2025]},
            Span.SEASON,
        ),
        ("one wrong year", {"1": 2020, "2": 2021}, {"1": [2024], "2": [2021]}, Span.SEASON),
        ("a year in the future", {"1": 2024}, {"1": [2024, NOW + 1]}, Span.SEASON),
        ("no player in common", {"1": 2024}, {"2": [2024]}, Span.SEASON),
    ],
)
def test_seasons_and_calendar_years_are_told_apart_by_the_figures(
    tmp_path: Path, *, why: str, last: dict[str, int], years: dict[str, list[int]], span: Span
) -> None:
    write_csv(
        tmp_path / "players.csv",
        [{"player_id": id_, "name": "A B", "last_season": str(year)} for id_, year in last.items()],
    )
    seasons = [
        {"player_id": p, "last_season": str(year)} for p, some in years.items() for year in some
    ]
    write_career(tmp_path, "player_seasons.csv", *seasons)
    assert span_of(source(tmp_path)) is span, why


def test_calendar_years_are_imported_without_a_league(folder: Path) -> None:
    write_career(folder, "player_seasons.csv", {}, {"last_season": "2025"})
    summary = load_careers(folder)["player_seasons.csv"]
    assert "  last_season: imported as calendar years: 2" in list(summary.lines())
    assert [row[:3] for row in season_rows()] == [("year", 2024, None), ("year", 2025, None)]


@pytest.mark.usefixtures("database")
def test_careers_are_loaded_only_for_players_within_the_limit(tmp_path: Path) -> None:
    write_source(tmp_path, {}, {"player_id": "900002"})
    load(tmp_path, limit=1)
    write_career(tmp_path, "player_valuations.csv", {}, {"player_id": "900002"})
    assert counts(load_careers(tmp_path)["player_valuations.csv"]) == (1, 0, 0)
    load(tmp_path)
    assert counts(load_careers(tmp_path)["player_valuations.csv"]) == (1, 0, 1)


def test_careers_are_deleted_with_their_players(folder: Path) -> None:
    for name in CAREER_ROWS:
        write_career(folder, name, {})
    load_careers(folder)
    assert rows(Transfer)
    late = careers.CareerImport("valuations", source(folder), stored_players())
    with session_scope() as session:
        service.delete_all_players(session)
    assert [rows(table) for table in (Transfer, Valuation, StatLine, StatValue)] == [[], [], [], []]
    late.store()
    assert skipped(late.summary) == {"player deleted during the import": []}


@pytest.mark.parametrize("name", CAREER_ROWS)
def test_every_file_is_checked_before_anything_is_stored(folder: Path, name: str) -> None:
    for other in CAREER_ROWS:
        write_career(folder, other, {})
    (folder / name).write_text("player_id,other\n1,2\n")
    with pytest.raises(UnusableFile, match=f"{name} line 1: no column"):
        careers.present(source(folder))


def test_nothing_is_loaded_from_a_file_that_breaks_further_down(folder: Path) -> None:
    write_career(folder, "player_valuations.csv", {})
    with (folder / "player_valuations.csv").open("a") as file:
        file.write('900001,2020-01-01,"5\n')
    with pytest.raises(UnusableFile, match=r"player_valuations\.csv line 3: cannot be read as CSV"):
        load_careers(folder)
    assert rows(Valuation) == []


@pytest.fixture
def refusing(database: str) -> Iterator[None]:
    """A database that refuses a market value of 13."""
    if database.startswith("sqlite"):
        on = (
            "CREATE TRIGGER refuse BEFORE INSERT ON valuations WHEN NEW.value = 13 "
            "BEGIN SELECT RAISE(ABORT, 'refused by the test'); END"
        )
        off = "DROP TRIGGER refuse"
    else:
        on = "ALTER TABLE valuations ADD CONSTRAINT refuse CHECK (value <> 13)"
        off = "ALTER TABLE valuations DROP CONSTRAINT refuse"
    with session_scope() as session:
        session.connection().execute(text(on))
    yield
    with session_scope() as session:
        session.connection().execute(text(off))


@pytest.mark.usefixtures("refusing")
def test_a_failed_batch_is_rolled_back_and_its_players_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(careers, "BATCH_PLAYERS", 2)
    numbers = [str(number) for number in range(1, 7)]
    load(write_source(tmp_path, *({"player_id": number} for number in numbers)))
    values = [{"player_id": n, "market_value_in_eur": "13" if n == "4" else n} for n in numbers]
    write_career(tmp_path, "player_valuations.csv", *values)
    with pytest.raises(
        service.BatchFailed, match=r"player_valuations\.csv: .* 2 players \(player_id 3 to 4\)"
    ):
        load_careers(tmp_path)
    assert [value for _, value in rows(Valuation)] == [1, 2]
