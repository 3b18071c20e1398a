"""Files of statistics become lines of players; what cannot be used is counted and reported."""

import csv
import random
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import SQLModel, func, select

from football_player_service.app.db import session_scope
from football_player_service.app.imports import decisions, tables
from football_player_service.app.imports.models import Import, WaitingLine
from football_player_service.app.imports.models import Mapping as StoredMapping
from football_player_service.app.imports.tables import UnusableFile
from football_player_service.app.metrics import service as metrics
from football_player_service.app.metrics.catalogue import Metric
from football_player_service.app.record.models import PlayerId, Season, StatLine, StatValue
from football_player_service.tests.careers import compute, player
from football_player_service.tests.test_metrics import a_metric
from football_player_service.tests.wide_files import (
    DAY,
    LINE,
    counts,
    fbref,
    ivo,
    load,
    only_line,
    stored_lines,
    write,
)

pytestmark = pytest.mark.usefixtures("database")
LATER, EARLIER = date(2026, 5, 1), date(2026, 3, 1)


def numbers() -> dict[str, int]:
    """The number of rows in each table that an import may fill."""
    tables_ = (Import, WaitingLine, StoredMapping, PlayerId, Season, StatLine, StatValue)
    with session_scope(writes=False) as session:
        found: dict[type[SQLModel], int] = {
            table: session.exec(select(func.count()).select_from(table)).one() for table in tables_
        }
    return {table.__name__: count for table, count in found.items()}


def test_a_line_is_stored_as_the_file_states_it(tmp_path: Path) -> None:
    known = ivo()
    report = load(fbref(tmp_path))
    assert counts(report) == (1, 0, 0, 0, 0)
    assert report.rules == {"name_year_and_club_or_nationality": 1}
    assert only_line() == {
        "player_id": known, "provider": "fbref", "span": "season", "year": 2025,
        "competition": "Crown League", "club": "Fictional FC", "position": "FW,MF",
        "games": 20, "minutes": 1500.0,
        "figures": {
            "starts": (18, None), "goals": (10, None), "assists": (3, None),
            "yellow_cards": (2, None), "red_cards": (0, None), "shots": (40, 2.4),
            "shots_on_target": (16, None), "shots_on_target_pct": (40, None),
        },
    }  # fmt: skip
    with session_scope(writes=False) as session:
        stored = session.exec(select(Import)).one()
        assert (stored.provider, stored.as_of, stored.state) == ("fbref", DAY, "finished")
        assert stored.sha256 == tables.sha256(tmp_path / "fbref.csv")
        assert session.exec(select(Season.is_stale)).one()
    compute()


def test_a_file_imported_again_changes_nothing(tmp_path: Path) -> None:
    ivo()
    path = fbref(tmp_path, {}, {"Player": "Nobody Known", "Born": "1990"})
    assert counts(load(path)) == (1, 0, 0, 0, 1)
    before, stored = numbers(), stored_lines()
    compute()
    assert counts(load(path)) == (0, 0, 1, 0, 1)
    assert (numbers(), stored_lines()) == (before, stored)
    with session_scope(writes=False) as session:
        assert not session.exec(select(Season.is_stale)).one()


def test_a_later_file_updates_what_differs(tmp_path: Path) -> None:
    ivo()
    load(fbref(tmp_path))
    report = load(fbref(tmp_path, {"Min": "1590", "MP": "21", "Gls": "11"} | rate(1590)),
                  as_of=LATER)  # fmt: skip
    assert counts(report) == (0, 1, 0, 0, 0)
    line = only_line()
    assert (line["games"], line["minutes"]) == (21, 1590)
    assert line["figures"]["goals"] == (11, None)
    assert line["figures"]["assists"] == (3, None)


def rate(minutes: int) -> dict[str, str]:
    """The shots per 90 of so many minutes."""
    return {"Sh/90": f"{40 / minutes * 90:.2f}"}


def test_the_same_figures_of_a_later_day_are_as_of_that_day(tmp_path: Path) -> None:
    ivo()
    load(fbref(tmp_path))
    assert counts(load(fbref(tmp_path), as_of=LATER)) == (0, 0, 1, 0, 0)
    with session_scope(writes=False) as session:
        line = session.exec(select(StatLine)).one()
        assert session.get_one(Import, line.import_id).as_of == LATER


def test_an_older_file_needs_confirmation_and_only_fills_gaps(tmp_path: Path) -> None:
    ivo()
    newer = {name: cell for name, cell in LINE.items() if name != "Ast"}
    load(write(tmp_path / "newer.csv", [newer]))
    older = fbref(tmp_path, {"Gls": "8", "Ast": "2"})
    with pytest.raises(UnusableFile, match=r"has data of 2026-03-01, .* data of 2026-04-01"):
        load(older, as_of=EARLIER)
    assert counts(load(older, as_of=EARLIER, fill_gaps=True)) == (0, 1, 0, 0, 0)
    figures = only_line()["figures"]
    assert figures["goals"] == (10, None)
    assert figures["assists"] == (2, None)


def test_a_player_of_two_clubs_has_two_lines(tmp_path: Path) -> None:
    known = ivo()
    path = fbref(tmp_path, {"Min": "1500"}, {"Squad": "Example Rovers", "Gls": "2"})
    assert counts(load(path)) == (2, 0, 0, 0, 0)
    lines = stored_lines()
    assert [line["club"] for line in lines] == ["Fictional FC", "Example Rovers"]
    assert {line["player_id"] for line in lines} == {known}


def test_rows_that_cannot_be_used_are_rejected_with_their_line(tmp_path: Path) -> None:
    ivo()
    path = fbref(tmp_path, {}, {}, {"Player": ""})
    path.write_text(path.read_text() + "short,row\n")
    report = load(path)
    assert counts(report) == (1, 0, 0, 3, 0)
    assert {reason: str(tally) for reason, tally in report.rejected.items()} == {
        "repeats the player, season, competition and club of another line": "1 (line 3: 'line 2')",
        "no name of a player": "1 (line 4)",
        "not as many cells as the header": "1 (line 5)",
    }


def test_nobody_is_matched_by_name_alone(tmp_path: Path) -> None:
    ivo(country="Spain")
    ivo(date_of_birth="1990-05-17")
    report = load(fbref(tmp_path))
    assert counts(report) == (0, 0, 0, 0, 1)
    assert not report.is_success
    with session_scope(writes=False) as session:
        waiting = session.exec(select(WaitingLine)).one()
    assert waiting.provider_id == "name|ivo testarossa|2001|italy"
    assert "same name" in waiting.candidates


def test_an_unreadable_cell_keeps_the_value_and_is_reported(tmp_path: Path) -> None:
    ivo()
    others = [{"Player": f"Other {number}"} for number in range(60)]
    load(fbref(tmp_path, {}, *others))
    report = load(fbref(tmp_path, {"Gls": "ten", "Ast": "4"}, *others), as_of=LATER)
    assert counts(report) == (0, 1, 0, 0, 60)
    figures = only_line()["figures"]
    assert figures["goals"] == (10, None)
    assert figures["assists"] == (4, None)
    assert report.notes == ["Gls: not a number, cell ignored: 1 (line 2: 'ten')"]


def test_an_empty_cell_keeps_the_value(tmp_path: Path) -> None:
    ivo()
    load(fbref(tmp_path))
    assert counts(load(fbref(tmp_path, {"Gls": "-"}), as_of=LATER)) == (0, 0, 1, 0, 0)
    assert only_line()["figures"]["goals"] == (10, None)


def test_a_column_with_more_than_2_percent_unreadable_cells_stops_the_import(
    tmp_path: Path,
) -> None:
    ivo()
    path = fbref(tmp_path, {}, *[{"Player": f"Other {n}", "Gls": "?!"} for n in range(2)])
    with pytest.raises(UnusableFile, match=r"line 3, Gls: '\?!' is not a number; 2 of 3 cells"):
        load(path)
    assert set(numbers().values()) == {0}


def test_a_metric_whose_arithmetic_disagrees_is_not_stored(tmp_path: Path) -> None:
    ivo()
    report = load(fbref(tmp_path, {"Sh/90": "7.50"}))
    assert "shots" not in only_line()["figures"]
    assert "shots_on_target_pct" in only_line()["figures"]
    assert report.not_taken["Sh"] == report.not_taken["Sh/90"] == "the arithmetic does not agree"
    assert "  Sh/90: is Sh per 90 minutes in 0 of 1 rows" in list(report.lines())


def test_a_file_whose_arithmetic_never_agrees_is_refused(tmp_path: Path) -> None:
    ivo()
    row = {"Player": "Ivo Testarossa", "Born": "2001", "Min": "900", "Sh": "10", "Sh/90": "9.00"}
    with pytest.raises(UnusableFile, match="the arithmetic agrees with no metric"):
        load(write(tmp_path / "fbref.csv", [row]), provider="fbref")
    assert set(numbers().values()) == {0}


def test_a_percentage_of_nothing_and_a_rate_without_minutes_are_unknown(tmp_path: Path) -> None:
    ivo()
    load(fbref(tmp_path, {"Min": "0", "Sh": "0", "Sh/90": "0.00", "SoT": "0", "SoT%": "0"}))
    figures = only_line()["figures"]
    assert figures["shots"] == (0, None)
    assert "shots_on_target_pct" not in figures
    assert only_line()["minutes"] == 0


def test_a_dry_run_reports_the_same_and_stores_nothing(tmp_path: Path) -> None:
    ivo()
    path = fbref(tmp_path, {}, {"Player": "Nobody Known"})
    before = numbers()
    dry = load(path, dry_run=True)
    assert numbers() == before
    real = load(path)
    assert list(dry.lines()) == list(real.lines())
    assert counts(dry) == (1, 0, 0, 0, 1)


def test_starts_and_substitute_appearances_in_one_cell(tmp_path: Path) -> None:
    ivo(date_of_birth="2001-05-17")
    row = {"name": "Ivo Testarossa", "date of birth": "2001-05-17", "app": "18(2)",
           "min": "1500", "G": "10", "spG": "2", "pa%": "81.5", "int": "-"}  # fmt: skip
    load(write(tmp_path / "whoscored.csv", [row], delimiter=";"), provider="whoscored")
    line = only_line()
    assert line["games"] == 20
    assert line["figures"] == {
        "starts": (18, None), "goals": (10, None), "shots_per_game": (2, None),
        "pass_pct": (81.5, None),
    }  # fmt: skip


def test_seasons_and_clubs_of_a_column(tmp_path: Path) -> None:
    ivo()
    row = {"season": "2024", "league": "Crown League", "name": "Ivo Testarossa",
           "birth year": "2001", "nationality": "Italy", "team": "Fictional FC,Example Rovers",
           "apps": "20", "minutes": "900", "goals": "5", "xG": "4.51", "xG90": "0.451"}  # fmt: skip
    rows = [row, row | {"season": "2023", "team": "Fictional FC"}, row | {"season": "soon"}]
    report = load(write(tmp_path / "understat.csv", rows), provider="understat", season="")
    assert counts(report) == (2, 0, 0, 1, 0)
    lines = stored_lines()
    assert [(line["span"], line["year"], line["club"]) for line in lines] == [
        ("season", 2024, None), ("season", 2023, "Fictional FC"),
    ]  # fmt: skip
    assert lines[0]["figures"]["xg"] == (4.51, 0.451)


def test_rows_of_matches_are_summed_to_a_season(tmp_path: Path) -> None:
    known = player(full_name="Somebody Else")
    match = {"sofascore_match_id": "1", "sofascore_player_id": "55", "player_name": "I. Testarossa",
             "minutes_played": "90", "rating": "7.1", "goals": "1", "total_pass": "30", "xg": "0.4",
             "league": "Crown League"}  # fmt: skip
    bench = dict.fromkeys(("minutes_played", "rating", "goals", "total_pass", "xg"), "")
    rows = [match, match | {"minutes_played": "45", "goals": "0", "xg": ""}, match | bench]
    rows.append(match | {"player_name": ""})
    path = write(tmp_path / "sofascore.csv", rows)
    assert counts(load(path)) == (0, 0, 0, 1, 3)
    with session_scope() as session:
        decisions.decide(session, provider="sofascore", provider_id="55", decision=str(known))
    report = load(path)
    assert counts(report) == (0, 0, 3, 1, 0)
    assert report.notes == ["rating: cannot be added up over matches, not stored"]
    line = only_line()
    assert (line["games"], line["minutes"]) == (2, 135)
    assert line["figures"] == {"goals": (1, None), "passes": (60, None), "xg": (0.4, None)}


def test_a_metric_of_the_users_own_is_imported(tmp_path: Path) -> None:
    with session_scope() as session:
        metrics.add(session, metric=Metric.model_validate(a_metric()), username="admin")
    ivo()
    row = {"Name": "Ivo Testarossa", "Date of birth": "17.05.2001", "Minutes": "900",
           "Scans": "300", "Scans/90": "30.0"}  # fmt: skip
    load(write(tmp_path / "ours.csv", [row], delimiter=";"), provider="our_scouts")
    assert only_line()["figures"] == {"scanning": (300, 30)}


def test_a_mapping_file_changes_what_a_column_means(tmp_path: Path) -> None:
    ivo()
    path = tmp_path / "map.toml"
    path.write_text('[columns]\n"Gls" = "non_penalty_goals"\n"Sh" = "ignore: a test"\n')
    report = load(fbref(tmp_path), mapping_file=path)
    assert only_line()["figures"]["non_penalty_goals"] == (10, None)
    assert only_line()["figures"]["shots"] == (None, 2.4)
    assert report.not_taken["Sh"] == "a test"
    report = load(fbref(tmp_path))  # it is remembered
    assert counts(report) == (0, 0, 1, 0, 0)
    assert "goals" not in only_line()["figures"]


def test_missing_columns_are_named_at_once(tmp_path: Path) -> None:
    path = write(tmp_path / "fbref.csv", [{"Squad": "Fictional FC", "Min": "90", "Comp": "x"}])
    with pytest.raises(UnusableFile) as refused:
        load(path, provider="fbref")
    assert str(refused.value) == (
        "fbref.csv lacks a column with the name of the player and a column with a metric. "
        "Map one with --map. The header has: Squad, Min, Comp."
    )


def test_a_known_id_finds_the_player_whatever_the_name(tmp_path: Path) -> None:
    known = player(full_name="Somebody Else")
    row = {"UID": "77", "Name": "I. Testarossa", "Division": "Crown League", "Mins": "900",
           "Gls": "5"}  # fmt: skip
    path = write(tmp_path / "fm.csv", [row])
    assert counts(load(path, provider="football_manager")) == (0, 0, 0, 0, 1)
    with session_scope() as session:
        decisions.decide(
            session, provider="football_manager", provider_id="77", decision=str(known)
        )
    later = write(tmp_path / "fm.csv", [row | {"Gls": "6", "Name": "Testarossa"}])
    report = load(later, provider="football_manager", as_of=LATER)
    assert report.rules == {"provider_id": 1}
    assert only_line()["player_id"] == known
    assert only_line()["figures"]["goals"] == (6, None)


CELLS = st.sampled_from(["", "-", "0", "3", "1,5", "1.5", "nan", "x", '"', "Ivo Testarossa",
                         "2001", "it ITA", "Fictional FC", "Ñandú", "31/02/2001"])  # fmt: skip


@settings(max_examples=40, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(
    rows=st.lists(st.lists(CELLS, min_size=1, max_size=len(LINE) + 1), max_size=8),
    good=st.integers(0, 3),
    shuffle=st.randoms(use_true_random=False),
)
def test_every_row_is_accounted_for(
    tmp_path: Path, rows: list[list[str]], good: int, shuffle: random.Random
) -> None:
    rows = [*rows, *[list(LINE.values())] * good]
    shuffle.shuffle(rows)
    path = tmp_path / "fbref.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([list(LINE), *rows])
    try:
        report = load(path, provider="fbref", dry_run=True)
    except UnusableFile:
        return  # too much of a column is unreadable: nothing is stored
    counts(report)
    assert report.read == sum(any(row) for row in rows)
