"""Migrations create the models' tables, up and down, and keep the data."""

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Uuid, bindparam, insert, inspect, text
from sqlalchemy import select as sa_select
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col

from football_player_service.app import db, errors
from football_player_service.app.auth import service as auth
from football_player_service.app.auth.models import Role, User
from football_player_service.app.models import metadata
from football_player_service.app.record import service as record
from football_player_service.app.scouting import service
from football_player_service.app.scouting.exports import files
from football_player_service.app.settings import BACKEND_DIR
from football_player_service.app.tasks.models import Task
from tests import servers
from tests.databases import use_database

READER = User(username="scout", username_key="scout", hashed_password="", role=Role.USER)


@pytest.fixture(params=["sqlite", "postgresql"])
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database without tables; its URL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'fresh.db'}"
    return servers.create_database(request.getfixturevalue("postgres"), tmp_path.name)


# SQLAlchemy cannot read back an index on expressions, such as that of `stat_lines`.
@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_migrations_match_the_models_and_can_be_undone(fresh: str) -> None:
    use_database(fresh)
    config = Config(BACKEND_DIR / "alembic.ini")
    command.upgrade(config, "head")
    with db.get_engine().connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    command.downgrade(config, "base")
    with db.get_engine().connect() as connection:
        assert inspect(connection).get_table_names() == ["alembic_version"]
    command.upgrade(config, "head")
    db.dispose()


def test_reports_from_before_claims_were_checked_keep_their_text(fresh: str) -> None:
    """They have no claims and no evidence, and so are never out of date."""
    use_database(fresh)
    config = Config(BACKEND_DIR / "alembic.ini")
    command.upgrade(config, "0001")
    known, orphan = uuid4(), uuid4()
    with db.session_scope() as session:
        connection = session.connection()
        connection.execute(text(_PLAYER))
        task = uuid4()
        connection.execute(text(_TASK).bindparams(bindparam("id", type_=Uuid())), {"id": task})
        for report, of_task in ((known, task), (orphan, uuid4())):
            ids = (bindparam("id", type_=Uuid()), bindparam("task", type_=Uuid()))
            values = {"id": report, "task": of_task, "sections": _SECTIONS, "facts": _FACTS}
            connection.execute(text(_REPORT).bindparams(*ids), values)
    command.upgrade(config, "head")
    _is_unchecked(known, requested_by="scout")
    _is_unchecked(orphan, requested_by="unknown")
    command.downgrade(config, "0001")
    with db.get_engine().connect() as connection:
        kept = connection.execute(text("SELECT report, sections FROM reports")).all()
    assert kept == [("## Summary\n\nOld words.", "{}")] * 2
    db.dispose()


def test_users_whose_names_differ_in_case_can_all_sign_in(fresh: str) -> None:
    use_database(fresh)
    config = Config(BACKEND_DIR / "alembic.ini")
    command.upgrade(config, "0002")
    names = ["Scout", "scout", "ＳＣＯＵＴ", "admin"]
    with db.session_scope() as session:
        for name in names:
            session.connection().execute(text(_USER), {"name": name})
    command.upgrade(config, "head")
    with db.session_scope() as session:
        assert [
            getattr(auth.find(session, username=name), "username", "") for name in names
        ] == names
        assert getattr(auth.find(session, username="SCOUT"), "username", "") == "Scout"
    with pytest.raises(errors.Conflict), db.session_scope() as session:
        auth.create(session, username="sCOUT", hashed_password="hash", role=Role.USER)
    command.downgrade(config, "0002")
    with db.get_engine().connect() as connection:
        kept = connection.execute(text("SELECT username FROM users ORDER BY id")).scalars().all()
    assert kept == names
    db.dispose()


def _is_unchecked(report_id: UUID, *, requested_by: str) -> None:
    with db.session_scope(writes=False) as session:
        report = service.get(session, report_id=report_id, reader=READER)
    assert report.report == "## Summary\n\nOld words."
    assert (report.verdict, report.confidence, report.source) == ("reject", "low", "gemini")
    assert report.requested_by == requested_by
    assert (report.checked, report.cut, report.claims) == (0, 0, [])
    assert (report.out_of_date, report.changes) == (False, [])
    assert (report.dossier.player, report.dossier.evidence) == ("Ivo Testarossa", [])
    assert str(report.dossier.as_of) == "2026-01-01"
    with db.get_engine().connect() as connection:
        stored = connection.execute(text("SELECT dossier FROM reports")).scalars().first()
    assert report.dossier_hash == hashlib.sha256(str(stored).encode()).hexdigest()


def test_tasks_keep_their_players_and_reports(fresh: str) -> None:
    use_database(fresh)
    config = Config(BACKEND_DIR / "alembic.ini")
    command.upgrade(config, "0003")
    pending, completed, report = uuid4(), uuid4(), uuid4()
    with db.session_scope() as session:
        connection = session.connection()
        connection.execute(text(_PLAYER))
        for id, player, status in ((pending, 1, "pending"), (completed, 42, "completed")):
            values = {"id": id, "player": player, "status": status}
            connection.execute(text(_OLD_TASK).bindparams(bindparam("id", type_=Uuid())), values)
        ids = (bindparam("id", type_=Uuid()), bindparam("task", type_=Uuid()))
        values = {"id": report, "task": completed}
        connection.execute(text(_CHECKED_REPORT).bindparams(*ids), values)
    old = _tasks()
    command.upgrade(config, "0004")
    with db.session_scope() as session:
        names = ("id", "subject_kind", "subject_id", "result_kind", "result_id")
        columns: list[Any] = [getattr(Task, name) for name in names]
        rows = session.connection().execute(sa_select(*columns))
        about = {id: tuple(found) for id, *found in rows}
        assert about == {
            pending: ("player", "1", None, None),
            completed: ("player", "42", "report", str(report)),
        }
        _add_task(session, "player", "1", kind="another kind")
        _add_task(session, "file", "17.csv")
    with pytest.raises(IntegrityError), db.session_scope() as session:
        _add_task(session, "player", "1")
    command.downgrade(config, "0003")
    kept = _tasks()
    assert [task for task in kept if task["kind"] == "scout"] == old
    assert {task["player_id"] for task in kept} == {1, 42}, "tasks of other subjects are deleted"
    command.upgrade(config, "0004")
    with db.session_scope(writes=False) as session:
        of_task = sa_select(col(Task.result_id)).where(col(Task.id) == completed)
        assert session.connection().execute(of_task).scalar_one() == str(report)
    db.dispose()


def _tasks() -> list[dict[str, Any]]:
    with db.get_engine().connect() as connection:
        rows = connection.execute(text("SELECT * FROM tasks ORDER BY created_at, id"))
        return [dict(row._mapping) for row in rows]


def _add_task(session: Session, subject_kind: str, subject_id: str, *, kind: str = "scout") -> None:
    """With the columns of that time only."""
    now = db.utc_now()
    values = {
        "id": uuid4(),
        "kind": kind,
        "subject_kind": subject_kind,
        "subject_id": subject_id,
        "requested_by": "admin",
        "status": "pending",
        "deliveries": 0,
        "created_at": now,
        "queued_at": now,
    }
    session.connection().execute(insert(Task).values(values))


def test_seasons_become_lines_of_statistics(fresh: str) -> None:
    use_database(fresh)
    config = Config(BACKEND_DIR / "alembic.ini")
    command.upgrade(config, "0004")
    columns = "player_id span year position league games minutes goals assists yellow red"
    old = [
        (1, "season", 2023, "Attack", None, 3, 45, 0, 0, 1, 0),
        (1, "season", 2024, "Attack", "Granit Liga (Norway)", 30, 2400, 12, 3, 4, 1),
        (1, "year", 2024, "Attack", None, 28, 2310, 11, 2, 5, 0),
        (2, "season", 2024, None, "Crown League (England)", 1, 0, 0, 0, 0, 0),
    ]
    with db.session_scope() as session:
        connection = session.connection()
        for player, position in ((1, "Attack"), (2, None)):
            values = {"id": player, "position": position}
            connection.execute(text(_PLAYER_OF_POSITION), values)
        for row in old:
            connection.execute(text(_SEASON), dict(zip(columns.split(), row, strict=True)))
    command.upgrade(config, "0005")
    with db.get_engine().connect() as connection:
        rows = connection.execute(text(_LINES)).all()
        assert [tuple(row) for row in rows] == [
            (1, "season", 2023, None, 3, 45, 0, 0, 1, 0),
            (1, "season", 2024, "Granit Liga (Norway)", 30, 2400, 12, 3, 4, 1),
            (1, "year", 2024, None, 28, 2310, 11, 2, 5, 0),
            (2, "season", 2024, "Crown League (England)", 1, 0, 0, 0, 0, 0),
        ]
        ids = connection.execute(text("SELECT provider, provider_id, player_id FROM player_ids"))
        assert [tuple(row) for row in ids] == [("transfermarkt", "101", 1)]
    with db.session_scope() as session:  # the percentiles of both seasons are due
        stale = "SELECT count(*) FROM seasons WHERE is_stale"
        assert session.connection().execute(text(stale)).scalar() == 3
        session.connection().execute(text("UPDATE seasons SET is_stale = false"))
        session.connection().execute(text("UPDATE players SET position = NULL WHERE id = 2"))
        assert session.connection().execute(text(stale)).scalar() == 0
        session.connection().execute(text("UPDATE players SET position = 'Attack' WHERE id = 2"))
        assert session.connection().execute(text(stale)).scalar() == 1
        session.connection().execute(text("UPDATE players SET position = NULL WHERE id = 2"))
    command.downgrade(config, "0004")
    with db.get_engine().connect() as connection:
        rows = connection.execute(text("SELECT * FROM player_seasons ORDER BY 1, 2, 3")).all()
    assert [tuple(row) for row in rows] == old
    with db.session_scope() as session:  # its trigger is back
        session.connection().execute(text("UPDATE players SET position = 'Defender'"))
        found = session.connection().execute(text("SELECT DISTINCT position FROM player_seasons"))
        assert found.scalars().all() == ["Defender"]
    db.dispose()


def test_reports_with_claims_stay_as_they_were(fresh: str) -> None:
    """They have no content, and are displayed, exported and compared by their claims."""
    use_database(fresh)
    config = Config(BACKEND_DIR / "alembic.ini")
    command.upgrade(config, "0008")
    earlier, later = uuid4(), uuid4()
    with db.session_scope() as session:
        connection = session.connection()
        for player, source in ((1, "transfermarkt"), (2, None)):
            of_player = {"id": player, "team": None, "source": source}
            connection.execute(text(_PLAYER_OF_TEAM), of_player)
        connection.execute(text(_SEASON_OF_LINES))
        connection.execute(text(_COHORT))
        for id, words, day in ((earlier, "He is 24.", 1), (later, "He is 25.", 2)):
            values: dict[str, Any] = {
                "id": id, "task": uuid4(), "day": f"2026-01-0{day} 00:00:00",
                "claims": _claims(words), "dossier": _DOSSIER,
            }  # fmt: skip
            ids = (bindparam("id", type_=Uuid()), bindparam("task", type_=Uuid()))
            connection.execute(text(_REPORT_WITH_CLAIMS).bindparams(*ids), values)
    old = _all("reports")
    command.upgrade(config, "head")
    with db.session_scope(writes=False) as session:
        report = service.get(session, report_id=earlier, reader=READER)
        assert (report.checked, report.cut, report.sentences, report.headline) == (1, 1, 1, None)
        assert (report.content, report.brief, report.verdict) == (None, None, "monitor")
        assert [claim.text for claim in report.claims] == ["He is 24.", "He is brave."]
        assert [(c.id, c.was, c.now) for c in report.changes] == [("age", 24, None)]
        markdown = files.body(report, "markdown", valuations=[]).decode()
        for words in (
            "**Verdict: Monitor** · Confidence: Low · 1 of 2 claims checked, 1 cut\n",
            "- He is 24. \\[1\\]\n",
            "- Weaknesses: “He is brave.” (character)\n",
        ):
            assert words in markdown
        assert files.body(report, "pdf", valuations=[]).startswith(b"%PDF-")
        change = service.compare(session, report_id=earlier, other_id=later)
        assert [claim.text for claim in change.claims_gone] == ["He is 24."]
        assert [claim.text for claim in change.claims_new] == ["He is 25."]
        assert (change.facts_gone, change.facts_new, change.facts_changed) == ([], [], [])
        pronouns = session.connection().execute(text("SELECT id, pronoun FROM players ORDER BY id"))
        assert [tuple(row) for row in pronouns] == [(1, "he"), (2, None)]
        stale = session.connection().execute(text("SELECT is_stale FROM seasons")).scalar()
        assert stale, "the leagues of its cohorts are to be counted"
    with db.session_scope() as session:  # a report of this version goes back as text only
        statement = text(_NEW_VERDICT).bindparams(bindparam("id", type_=Uuid()))
        session.connection().execute(statement, {"id": later})
    command.downgrade(config, "0008")
    assert _all("reports") == old
    command.upgrade(config, "head")
    assert [row | {"content": None, "brief": None} for row in old] == _all("reports")
    db.dispose()


def _all(table: str) -> list[dict[str, Any]]:
    with db.get_engine().connect() as connection:
        rows = connection.execute(text(f"SELECT * FROM {table} ORDER BY created_at"))  # noqa: S608
        return [dict(row._mapping) for row in rows]


def _claims(words: str) -> str:
    checked = {"section": "strengths", "text": words, "evidence": ["age"], "status": "checked",
               "reasons": []}  # fmt: skip
    cut = {"section": "weaknesses", "text": "He is brave.", "evidence": [], "status": "cut",
           "reasons": ["character"]}  # fmt: skip
    return json.dumps([checked, cut])


_DOSSIER = json.dumps(
    {
        "player": "Ivo Testarossa",
        "as_of": "2026-01-01",
        "evidence": [
            {"id": "age", "label": "Age", "value": 24, "unit": "years", "period": None,
             "as_of": "2026-01-01", "source": "record", "cohort": None, "note": None},
        ],
    }
)  # fmt: skip
_REPORT_WITH_CLAIMS = """
    INSERT INTO reports (id, player_id, task_id, requested_by, source, model, prompt_version,
        verdict, confidence, report, claims, dossier, dossier_hash, usage, created_at)
    VALUES (:id, 1, :task, 'scout', 'gemini', 'a-model', 'scout-v3', 'monitor', 'low', 'Words.',
        :claims, :dossier, 'a-hash', '{"requests": 1, "input_tokens": null, "output_tokens": null,
        "cost_usd": null}', :day)
"""
_NEW_VERDICT = "UPDATE reports SET verdict = 'follow_up', content = '{}' WHERE id = :id"
_SEASON_OF_LINES = """
    INSERT INTO seasons (id, provider, span, year, is_stale)
    VALUES (1, 'transfermarkt', 'season', 2025, false)
"""
_COHORT = """
    INSERT INTO cohorts (id, season_id, metric, position, size, excluded)
    VALUES (1, 1, 'goals', 'Attack', 40, 3)
"""
_PLAYER_OF_POSITION = """
    INSERT INTO players (id, full_name, position, source, source_id, date_of_birth_is_estimate,
        sort_name, search_text, version, created_at, updated_at)
    VALUES (:id, 'Ivo Testarossa', :position, CASE WHEN :id = 1 THEN 'transfermarkt' END,
        CASE WHEN :id = 1 THEN '101' END, false, 'ivo testarossa', 'ivo testarossa', 1,
        '2026-01-01 00:00:00', '2026-01-01 00:00:00')
"""
_SEASON = """
    INSERT INTO player_seasons VALUES
    (:player_id, :span, :year, :position, :league, :games, :minutes, :goals, :assists, :yellow,
        :red)
"""
_VALUE = "(SELECT value FROM stat_values WHERE line_id = l.id AND metric = '{}')"
_LINES = f"""
    SELECT player_id, span, year, c.name, games, minutes,
        {", ".join(_VALUE.format(m) for m in ("goals", "assists", "yellow_cards", "red_cards"))}
    FROM stat_lines AS l JOIN seasons ON seasons.id = season_id
    LEFT JOIN competitions AS c ON c.id = competition_id ORDER BY 1, 2, 3
"""  # noqa: S608 - constants


def test_transfers_keep_their_clubs(fresh: str) -> None:
    use_database(fresh)
    config = Config(BACKEND_DIR / "alembic.ini")
    command.upgrade(config, "0006")
    old = [
        (1, "2019-01-31", "Fictional Rovers", "Manchester City", None),
        (1, "2019-01-31", "Manchester City", "Example Town FC", 0),
        (1, "2021-07-01", "Example Town FC", "Retired", 2_500_000),
        (2, "2021-07-01", "Unknown", "Nacional", 9_000_000_000),
    ]
    with db.session_scope() as session:
        connection = session.connection()
        for player, team, source in _TEAMS:
            values = {"id": player, "team": team, "source": source}
            connection.execute(text(_PLAYER_OF_TEAM), values)
        for row in old:
            connection.execute(text(_TRANSFER), dict(zip("pdfte", row, strict=True)))
    command.upgrade(config, "0007")
    with db.session_scope(writes=False) as session:
        found = record.transfers(session, player_id=1, until=date(2026, 1, 1))
        moves = [(str(m.day), m.from_club.short_name, m.to_club.short_name, m.fee) for m in found]
        assert moves == [
            ("2021-07-01", "Example Town", "Retired", 2_500_000),
            ("2019-01-31", "Man City", "Example Town", 0),
            ("2019-01-31", "Fictional Rovers", "Man City", None),
        ]
        assert found[0].to_club.status == "retired"
        teams = session.connection().execute(text(_CLUBS_OF_PLAYERS))
        assert [team for _, team in teams] == ["Man City", "Fictional City", "PSG", None, None]
        found_by = session.connection().execute(text(_SEARCH)).scalars().all()
        assert {"man", "utd", "mcfc"} - {*found_by[0].split()} == {"utd"}
        assert {"paris", "saint", "psg"} <= {*found_by[2].split()}
        assert found_by[3] == "ivo testarossa"
    command.downgrade(config, "0006")
    with db.get_engine().connect() as connection:
        rows = connection.execute(text(_OLD_TRANSFERS)).all()
        found_by = connection.execute(text(_SEARCH)).scalars().all()
    assert [(*row[:1], str(row[1]), *row[2:]) for row in rows] == old
    assert found_by[0] == "ivo testarossa manchester city football club"
    command.upgrade(config, "head")
    with db.session_scope(writes=False) as session:
        again = record.transfers(session, player_id=1, until=date(2026, 1, 1))
        assert [move.from_club.id for move in again] == [move.from_club.id for move in found]
    db.dispose()


_TEAMS = [
    (1, "Manchester City Football Club", "transfermarkt"),
    (2, "Fictional City", "transfermarkt"),
    (3, "psg", None),
    (4, "A team nobody knows", None),
    (5, None, "transfermarkt"),
]
_PLAYER_OF_TEAM = """
    INSERT INTO players (id, full_name, current_team, source, source_id, date_of_birth_is_estimate,
        sort_name, search_text, version, created_at, updated_at)
    VALUES (:id, 'Ivo Testarossa', :team, :source, :id, false, 'ivo testarossa', 'ivo testarossa',
        1, '2026-01-01 00:00:00', '2026-01-01 00:00:00')
"""
_TRANSFER = """
    INSERT INTO transfers (player_id, day, from_club, to_club, fee) VALUES (:p, :d, :f, :t, :e)
"""
_OLD_TRANSFERS = "SELECT player_id, day, from_club, to_club, fee FROM transfers ORDER BY 1, 2, 3"
_SEARCH = "SELECT search_text FROM players ORDER BY id"
_CLUBS_OF_PLAYERS = """
    SELECT players.id, clubs.short_name FROM players LEFT JOIN clubs ON clubs.id = club_id
    ORDER BY players.id
"""
_PLAYER = """
    INSERT INTO players (id, full_name, date_of_birth_is_estimate, sort_name, search_text,
        version, created_at, updated_at)
    VALUES (1, 'Ivo Testarossa', false, 'ivo testarossa', 'ivo testarossa', 1,
        '2026-01-01 00:00:00', '2026-01-01 00:00:00')
"""
_TASK = """
    INSERT INTO tasks (id, kind, player_id, requested_by, status, deliveries, created_at, queued_at)
    VALUES (:id, 'scout', 1, 'scout', 'completed', 1, '2026-01-01 00:00:00', '2026-01-01 00:00:00')
"""
_USER = """
    INSERT INTO users (username, hashed_password, role, is_active, token_version, created_at)
    VALUES (:name, 'hash', 'user', true, 1, '2026-01-01 00:00:00')
"""
_OLD_TASK = """
    INSERT INTO tasks (id, kind, player_id, requested_by, status, deliveries, created_at, queued_at)
    VALUES (:id, 'scout', :player, 'scout', :status, 1, '2026-01-01 00:00:00',
        '2026-01-01 00:00:00')
"""
_CHECKED_REPORT = """
    INSERT INTO reports (id, player_id, task_id, requested_by, source, model, prompt_version,
        verdict, confidence, report, claims, dossier, dossier_hash, usage, created_at)
    VALUES (:id, 1, :task, 'scout', 'gemini', 'a-model', 'scout-v2', 'reject', 'low', 'Words.',
        '[]', '{}', '', '{}', '2026-01-01 00:00:00')
"""
_REPORT = """
    INSERT INTO reports (id, player_id, task_id, source, model, prompt_version, report, sections,
        facts, created_at)
    VALUES (:id, 1, :task, 'gemini', 'a-model', 'scout-v1', '## Summary\n\nOld words.', :sections,
        :facts, '2026-01-01 00:00:00')
"""
_FACTS = json.dumps({"full_name": "Ivo Testarossa", "as_of": "2026-01-01"})
_SECTIONS = json.dumps(
    {
        "summary": "Old words.",
        "strengths": [],
        "weaknesses": [],
        "recommendation": {"verdict": "reject", "reason": "He is old."},
    }
)
