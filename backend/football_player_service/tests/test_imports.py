"""Importing players again: what changes, what is kept, and what happens on an error."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import orjson
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import text, update
from sqlmodel import select

from football_player_service.app.db import session_scope
from football_player_service.app.imports import player_facts, service
from football_player_service.app.imports.folder import Source
from football_player_service.app.imports.folder_import import FolderImport
from football_player_service.app.players.models import Player
from football_player_service.app.record.models import PlayerId
from football_player_service.app.redisdb import get_redis
from football_player_service.app.settings import get_settings
from football_player_service.tests.source_files import (
    counts,
    load,
    only,
    source,
    stored,
    write_source,
)
from scripts.seed_data import seed

MANY = [{"player_id": str(number), "name": f"Player {number}"} for number in range(1, 26)]


def records() -> list[dict[str, Any]]:
    """The fields of each player as last imported, in the order of player ids."""
    with session_scope(writes=False) as session:
        return [
            orjson.loads(known.facts or "null")
            for known in session.exec(select(PlayerId).order_by("player_id"))
        ]


def edit(client: TestClient, **changes: Any) -> dict[str, Any]:
    """Edit the only player through the API."""
    answer = client.patch(f"/players/{only()['id']}", json=changes)
    assert answer.status_code == 200, answer.text
    player: dict[str, Any] = answer.json()
    return player


@pytest.mark.usefixtures("database")
def test_a_second_import_changes_nothing_and_reports_it(tmp_path: Path) -> None:
    write_source(tmp_path, *MANY, {"player_id": "99", "height_in_cm": "17"})
    assert counts(load(tmp_path)) == (26, 0, 0)
    before = stored()
    summary = load(tmp_path)
    assert counts(summary) == (0, 0, 26)
    assert "Nothing changed." in list(summary.lines())
    assert stored() == before


@pytest.mark.usefixtures("database")
def test_only_the_first_rows_are_loaded_under_a_limit(tmp_path: Path) -> None:
    write_source(tmp_path, *MANY, {"player_id": "99", "last_season": "2025"})
    assert load(tmp_path, limit=3).read == 3
    assert [player["full_name"] for player in stored()] == ["Player 1", "Player 2", "Player 3"]
    # The newest season is still the newest of the whole file.
    assert {player["status"] for player in stored()} == {None}
    assert counts(load(tmp_path)) == (23, 0, 3)


@pytest.mark.usefixtures("database")
def test_changes_of_the_source_are_stored_as_a_new_version(tmp_path: Path) -> None:
    load(write_source(tmp_path, {}))
    before = only()
    changed = {"current_club_id": "900002", "current_club_name": "Example Rovers", "foot": "left"}
    assert counts(load(write_source(tmp_path, changed))) == (0, 1, 0)
    player = only()
    assert (player["current_team"], player["foot"]) == ("Example Rovers", "left")
    assert player["club_id"] not in {None, before["club_id"]}
    assert player["search_text"] == "ivo testarossa example rovers"
    assert (player["id"], player["version"]) == (before["id"], 2)
    assert player["updated_at"] > before["updated_at"]
    assert player["created_at"] == before["created_at"]
    assert records()[0]["current_team"] == "Example Rovers"


def test_edited_fields_are_kept_and_reported(tmp_path: Path, signed_in: TestClient) -> None:
    load(write_source(tmp_path, {}))
    edit(signed_in, height_cm=186, second_country="Malta", agent=None)
    summary = load(tmp_path)
    assert counts(summary) == (0, 0, 1)
    assert {name: tally.examples for name, tally in summary.kept.items()} == {
        "agent": ["2"],
        "height_cm": ["2"],
    }
    # Both changed the height: the edit is kept. Only the source changed the foot.
    summary = load(write_source(tmp_path, {"height_in_cm": "190", "foot": "left"}))
    assert counts(summary) == (0, 1, 0)
    player = only()
    assert (player["height_cm"], player["foot"], player["agent"]) == (186, "left", None)
    assert player["second_country"] == "Malta"
    assert records()[0]["height_cm"] == 190
    assert set(summary.kept) == {"height_cm", "agent"}
    # The source now agrees with the edit.
    assert set(load(write_source(tmp_path, {"height_in_cm": "186", "foot": "left"})).kept) == {
        "agent"
    }


def test_players_of_a_file_about_men_are_he(tmp_path: Path, signed_in: TestClient) -> None:
    load(write_source(tmp_path, {}))
    assert (only()["pronoun"], records()[0]["pronoun"]) == ("he", "he")
    edit(signed_in, pronoun="they")
    assert set(load(tmp_path).kept) == {"pronoun"}
    assert only()["pronoun"] == "they"


@pytest.mark.usefixtures("database")
def test_players_stored_without_a_pronoun_get_that_of_the_file(tmp_path: Path) -> None:
    load(write_source(tmp_path, {}))
    with session_scope() as session:  # as earlier versions stored them
        session.connection().execute(update(Player).values(pronoun=None))
        facts = orjson.dumps({k: v for k, v in records()[0].items() if k != "pronoun"}).decode()
        session.connection().execute(update(PlayerId).values(facts=facts))
    assert counts(load(tmp_path)) == (0, 1, 0)
    assert only()["pronoun"] == "he"


@pytest.mark.usefixtures("database")
def test_a_column_of_pronouns_takes_precedence(tmp_path: Path) -> None:
    rows = [{"player_id": str(n), "name": f"Player {n}", "pronoun": word}
            for n, word in enumerate(("She", "they", "", "xe"), start=1)]  # fmt: skip
    rows += [{"player_id": str(n), "name": f"Player {n}", "pronoun": "he"} for n in range(5, 60)]
    write_source(tmp_path, *rows)
    mapping = source(tmp_path).mapping
    columns = mapping.players.columns | {"pronoun": "pronoun"}
    players = mapping.players.model_copy(update={"columns": columns})
    of_folder = Source(tmp_path, mapping.model_copy(update={"players": players}))
    ((_, summary),) = FolderImport(of_folder).prepare().apply()
    pronouns = {row["source_id"]: row["pronoun"] for row in stored()}
    assert [pronouns[id] for id in "12345"] == ["she", "they", None, None, "he"]
    (problem,) = (text for text in summary.ignored if text.startswith("pronoun"))
    assert problem == "pronoun: not one of he, she, they"


def test_market_values_that_contradict_an_edit_are_not_imported(
    tmp_path: Path, signed_in: TestClient
) -> None:
    load(write_source(tmp_path, {}))
    edit(signed_in, highest_market_value=13_000_000)
    summary = load(write_source(tmp_path, {"market_value_in_eur": "14000000"}))
    assert counts(summary) == (0, 0, 1)
    assert (only()["market_value"], only()["highest_market_value"]) == (12_000_000, 13_000_000)
    assert set(summary.kept) == {"market_value", "highest_market_value"}


@pytest.mark.usefixtures("database")
def test_a_bad_cell_does_not_erase_a_stored_value(tmp_path: Path) -> None:
    load(write_source(tmp_path, {}))
    bad = {
        "height_in_cm": "18o",
        "date_of_birth": "17 maj 2001",
        "current_club_domestic_competition_id": "ZZ9",
    }
    summary = load(write_source(tmp_path, bad | {"foot": "left"}))
    assert counts(summary) == (0, 1, 0)
    assert summary.unreadable_columns == ["height_in_cm", "date_of_birth"]
    assert len(summary.ignored) == 3
    player = only()
    assert (player["height_cm"], player["foot"], player["league"]) == (
        184,
        "left",
        "Serie A",
    )
    assert player["date_of_birth"] == date(2001, 5, 17)
    # Once corrected, the cells count as changes of the source again.
    load(write_source(tmp_path, {"height_in_cm": "185", "foot": "left"}))
    assert only()["height_cm"] == 185


def test_an_estimated_birth_date_stays_an_estimate(tmp_path: Path, signed_in: TestClient) -> None:
    load(write_source(tmp_path, {"date_of_birth": ""}))
    edit(signed_in, age=23)
    load(write_source(tmp_path, {"date_of_birth": "", "foot": "left"}))
    assert only()["date_of_birth_is_estimate"] is True
    assert only()["foot"] == "left"


@pytest.mark.usefixtures("database")
def test_seeded_players_only_have_gaps_filled(tmp_path: Path) -> None:
    seed(get_settings())
    before = {player["source_id"]: player for player in stored()}
    messi, ramos = {"player_id": "28003"}, {"player_id": "25557"}
    summary = load(write_source(tmp_path, messi, ramos))
    assert counts(summary) == (0, 2, 0)
    after = {player["source_id"]: player for player in stored()}
    assert len(after) == 20
    # No club, league, contract or value for a player without a club.
    for number in ("28003", "25557"):
        filled = {n for n in before[number] if before[number][n] != after[number][n]}
        assert filled - {"agent", "last_season"} == {"version", "updated_at"}
        assert (after[number]["agent"], after[number]["last_season"]) == ("Fictional Agents", 2024)
    assert {"full_name", "market_value", "current_team"} <= set(summary.kept)
    assert counts(load(tmp_path)) == (0, 0, 2)
    # From now on changes of the source are stored, and data_as_of, which is older, is cleared.
    assert after["28003"]["data_as_of"] is not None
    write_source(tmp_path, messi | {"agent_name": "Other Agents"}, ramos)
    assert counts(load(tmp_path)) == (0, 1, 1)
    messi_now = next(player for player in stored() if player["source_id"] == "28003")
    assert (messi_now["agent"], messi_now["data_as_of"]) == ("Other Agents", None)


@pytest.fixture
def refusing(database: str) -> Iterator[str]:
    """A database that rejects the player named Player 15."""
    if database.startswith("sqlite"):
        on = (
            "CREATE TRIGGER refuse BEFORE INSERT ON players WHEN NEW.full_name = 'Player 15' "
            "BEGIN SELECT RAISE(ABORT, 'refused by the test'); END"
        )
        off = "DROP TRIGGER refuse"
    else:
        on = "ALTER TABLE players ADD CONSTRAINT refuse CHECK (full_name <> 'Player 15')"
        off = "ALTER TABLE players DROP CONSTRAINT refuse"
    with session_scope() as session:
        session.connection().execute(text(on))
    yield off
    with session_scope() as session:
        session.connection().execute(text(off.replace("TRIGGER", "TRIGGER IF EXISTS")))


def test_a_failed_batch_is_rolled_back_and_its_rows_are_named(
    tmp_path: Path, refusing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(player_facts, "BATCH_ROWS", 10)
    write_source(tmp_path, *MANY)
    with pytest.raises(service.BatchFailed, match=r"players\.csv: rows 11 to 20 were not stored"):
        load(tmp_path)
    assert [player["full_name"] for player in stored()] == [f"Player {n}" for n in range(1, 11)]
    assert refusing


@pytest.mark.usefixtures("database")
def test_several_batches_are_loaded_completely(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(player_facts, "BATCH_ROWS", 10)
    write_source(tmp_path, *MANY, MANY[0])
    done: list[int] = []

    @contextmanager
    def progress(name: str, total: int) -> Iterator[Callable[[int], None]]:
        assert (name, total) == ("players.csv", 26)
        yield done.append

    prepared = FolderImport(source(tmp_path), progress=progress).prepare()
    ((_, summary),) = prepared.apply()
    assert done == [10, 20, 26]
    assert counts(summary) == (25, 0, 0)
    assert [tally.examples for tally in summary.skipped.values()] == [["27: '1'"]]
    assert len(records()) == 25


def test_the_list_shows_imported_players_immediately(tmp_path: Path, client: TestClient) -> None:
    assert client.get("/players").json()["total"] == 0
    load(write_source(tmp_path, {}))
    assert client.get("/players").json()["total"] == 1
    version = get_redis().get("players:version")
    load(tmp_path)
    assert get_redis().get("players:version") == version


@pytest.mark.usefixtures("database")
def test_deleting_all_players_deletes_dependent_rows(tmp_path: Path) -> None:
    load(write_source(tmp_path, *MANY))
    with session_scope() as session:
        assert service.delete_all_players(session) == 25
    assert (stored(), records()) == ([], [])


@pytest.mark.parametrize(
    ("club_id", "name", "league", "shown", "found_by"),
    [
        (
            "132",
            "Nooit Opgeven Altijd Doorzetten Aangenaam Door Vermaak En Nuttig Door Ontspanning "
            "Combinatie Breda",
            "",
            "NAC Breda",
            ("nac", "nooit opgeven"),
        ),
        ("398", "Società Sportiva Lazio S.p.A.", "IT1", "Lazio", ("societa sportiva", "ss lazio")),
        ("281", "Manchester City Football Club", "GB1", "Man City", ("manchester city", "mcfc")),
        ("", "Manchester City", "GB1", "Man City", ("man city", "manchester")),
    ],
)
def test_clubs_are_shown_by_their_short_names_and_found_by_all(
    tmp_path: Path,
    client: TestClient,
    *,
    club_id: str,
    name: str,
    league: str,
    shown: str,
    found_by: tuple[str, ...],
) -> None:
    cells = {
        "current_club_id": club_id,
        "current_club_name": name,
        "current_club_domestic_competition_id": league,
    }
    load(write_source(tmp_path, cells))
    assert only()["current_team"] == shown
    for q in (*found_by, shown, f"testarossa {shown}"):
        assert client.get("/players", params={"q": q}).json()["total"] == 1, q
    assert client.get("/players", params={"q": "fictional"}).json()["total"] == 0
    renamed = cells | {"current_club_name": "A name of another year"}
    if club_id:
        assert counts(load(write_source(tmp_path, renamed))) == (0, 0, 1)
