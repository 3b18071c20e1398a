"""Lines whose player no rule finds wait for a decision, which is remembered and can be changed."""

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import col, select

from football_player_service.app.db import session_scope
from football_player_service.app.imports import review
from football_player_service.app.imports.models import WaitingLine
from football_player_service.app.imports.tables import UnusableFile
from football_player_service.app.players.models import Player
from football_player_service.app.record.models import PlayerId, Season
from football_player_service.tests.careers import compute, player
from football_player_service.tests.wide_files import counts, fbref, load, stored_lines

pytestmark = pytest.mark.usefixtures("database")

OTHER = {"Player": "Ivo Testarosa", "Nation": "es ESP"}  # another spelling and nationality
LATER = date(2026, 5, 1)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The review file of an import with one line that waits."""
    assert counts(load(fbref(tmp_path, OTHER))) == (0, 0, 0, 0, 1)
    path = tmp_path / "review.csv"
    assert review.write(path) == 1
    return path


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a review file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, decisions: Sequence[str]) -> None:
    """Write decisions into the rows of a review file."""
    changed = [row | {"decision": d} for row, d in zip(rows(path), decisions, strict=True)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, review.COLUMNS)
        writer.writeheader()
        writer.writerows(changed)


def decide(path: Path, decision: str) -> int:
    """Write the decision into every row and carry it out; the number of new ones."""
    write(path, [decision] * len(rows(path)))
    count = review.apply(path, review.read(path), username="scout")
    review.write(path)
    return count


def owners() -> list[int]:
    """The players of all lines."""
    return [line["player_id"] for line in stored_lines()]


def test_the_file_shows_the_line_and_its_candidates_with_reasons(tmp_path: Path) -> None:
    known = player(date_of_birth="2001-05-17", country="Italy", current_team="Fictional FC")
    load(fbref(tmp_path, OTHER))
    review.write(tmp_path / "review.csv")
    (row,) = rows(tmp_path / "review.csv")
    assert row.pop("candidate_1").startswith(
        f"{known}: Ivo Testarossa (born 2001-05-17, Fictional FC): similar name (96 %), "
        "same birth year"
    )
    assert row == {
        "decision": "", "name": "Ivo Testarosa", "born": "2001", "nationality": "Spain",
        "position": "FW,MF", "club": "Fictional FC", "competition": "Crown League",
        "season": "2025/26", "minutes": "1500", "candidate_2": "", "candidate_3": "",
        "candidate_4": "", "candidate_5": "", "provider": "fbref",
        "player_key": "name|ivo testarosa|2001|spain",
    }  # fmt: skip


def test_a_decided_line_becomes_the_players_and_is_remembered(tmp_path: Path, path: Path) -> None:
    known = player(full_name="Somebody Else")
    assert decide(path, str(known)) == 1
    (line,) = stored_lines()
    assert line["player_id"] == known
    assert line["figures"]["shots"] == (40, 2.4)
    with session_scope(writes=False) as session:
        remembered = session.exec(select(PlayerId)).one()
        assert (remembered.rule, remembered.decided_by) == ("manual", "scout")
        assert session.exec(select(Season.is_stale)).one()
    report = load(fbref(tmp_path, OTHER | {"Ast": "4"}), as_of=LATER)
    assert report.rules == {"provider_id": 1}
    assert counts(report) == (0, 1, 0, 0, 0)


def test_a_decision_that_is_read_again_changes_nothing(path: Path) -> None:
    known = player(full_name="Somebody Else")
    assert decide(path, str(known)) == 1
    compute()
    assert [row["decision"] for row in rows(path)] == [str(known)]
    assert decide(path, str(known)) == 0
    with session_scope(writes=False) as session:
        assert not session.exec(select(Season.is_stale)).one()


def test_a_later_decision_moves_the_lines(tmp_path: Path, path: Path) -> None:
    first, second = player(full_name="First"), player(full_name="Second")
    decide(path, str(first))
    load(fbref(tmp_path, OTHER | {"Squad": "Example Rovers"}))  # found by the decision
    assert owners() == [first, first]
    assert decide(path, str(second)) == 1
    assert owners() == [second, second]
    assert decide(path, str(first)) == 1
    assert owners() == [first, first]


def test_new_adds_the_player_with_what_the_file_says(path: Path) -> None:
    assert decide(path, "new") == 1
    with session_scope(writes=False) as session:
        added = session.exec(select(Player)).one()
        assert added.id is not None
        assert (added.full_name, added.country, added.position) == (
            "Ivo Testarosa", "Spain", "Attack",
        )  # fmt: skip
        assert added.current_team == "Fictional FC"
        assert owners() == [added.id]
    assert rows(path)[0]["decision"] == str(added.id)
    decide(path, "new")  # once
    assert owners() == [added.id]


def test_skipped_lines_stay_out_until_decided_otherwise(tmp_path: Path, path: Path) -> None:
    assert decide(path, "skip") == 1
    report = load(fbref(tmp_path, OTHER), as_of=LATER)
    assert counts(report) == (0, 0, 0, 1, 0)
    assert list(report.rejected) == ["skipped, as decided"]
    known = player(full_name="Somebody Else")
    decide(path, str(known))
    assert owners() == [known]


def test_a_decision_can_be_taken_back_with_all_figures(tmp_path: Path, path: Path) -> None:
    known = player(full_name="Somebody Else")
    decide(path, str(known))
    load(fbref(tmp_path, OTHER | {"Gls": "11"}), as_of=LATER)
    before = stored_lines()
    assert decide(path, "skip") == 1
    assert stored_lines() == []
    decide(path, str(known))
    assert stored_lines() == before


def test_lines_that_a_rule_found_can_be_moved_too(tmp_path: Path) -> None:
    wrong = player(date_of_birth="2001-05-17", country="Italy")
    right = player(full_name="Ivo Testarossa", date_of_birth="2001-01-01")
    load(fbref(tmp_path))
    assert owners() == [wrong]
    decisions = [review.Decision(2, "fbref", "name|ivo testarossa|2001|italy", str(right))]
    assert review.apply(tmp_path / "review.csv", decisions) == 1
    assert owners() == [right]


def test_a_line_that_a_rule_finds_later_no_longer_waits(tmp_path: Path, path: Path) -> None:
    player(full_name="Ivo Testarosa", date_of_birth="2001-05-17", country="Spain")
    assert counts(load(fbref(tmp_path, OTHER))) == (1, 0, 0, 0, 0)
    with session_scope(writes=False) as session:
        assert session.exec(select(WaitingLine)).all() == []
    assert review.write(path) == 0


def test_decisions_are_carried_out_all_or_none(tmp_path: Path) -> None:
    known = player(full_name="Somebody Else")
    load(fbref(tmp_path, OTHER, OTHER | {"Player": "Ada Beispiel"}))
    path = tmp_path / "review.csv"
    review.write(path)
    changed = [
        row | {"decision": d} for row, d in zip(rows(path), ["999", str(known)], strict=True)
    ]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, review.COLUMNS)
        writer.writeheader()
        writer.writerows(changed)
    with pytest.raises(UnusableFile) as refused:
        review.apply(path, review.read(path))
    assert str(refused.value).splitlines() == [
        "review.csv:",
        'line 2: no player has the id \'999\'; write an id, "new" or "skip".',
        "Nothing was changed.",
    ]
    assert owners() == []


def test_every_wrong_decision_is_named(path: Path) -> None:
    text = path.read_text(encoding="utf-8-sig")
    header, row = text.splitlines()
    path.write_text(f"{header}\nmaybe{row}\nlater{row}\n", encoding="utf-8")
    with pytest.raises(UnusableFile) as refused:
        review.read(path)
    assert "line 2, decision: 'maybe' is neither" in str(refused.value)
    assert "line 3, decision: 'later' is neither" in str(refused.value)
    path.write_text("decision\nskip\n", encoding="utf-8")
    with pytest.raises(UnusableFile, match="no column provider, player_key"):
        review.read(path)


def test_a_move_that_would_repeat_a_line_is_refused(tmp_path: Path, path: Path) -> None:
    first = player(full_name="First")
    second = player(date_of_birth="2001-05-17", country="Italy")
    load(fbref(tmp_path))
    decide(path, str(first))
    assert sorted(owners()) == [first, second]
    with pytest.raises(UnusableFile, match=f"player {second} already has a line of fbref"):
        decide(path, str(second))
    assert sorted(owners()) == [first, second]


def test_a_player_who_was_deleted_waits_again(tmp_path: Path, path: Path) -> None:
    known = player(full_name="Somebody Else")
    decide(path, str(known))
    with session_scope() as session:
        session.delete(session.exec(select(Player).where(col(Player.id) == known)).one())
    assert counts(load(fbref(tmp_path, OTHER))) == (0, 0, 0, 0, 1)
    assert review.write(path) == 1
