"""careers and checked reports"""

import hashlib
import json
from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_NEW_REPORT_COLUMNS = (
    ("requested_by", sa.String()),
    ("verdict", sa.String()),
    ("confidence", sa.String()),
    ("claims", sa.Text()),
    ("dossier", sa.Text()),
    ("dossier_hash", sa.String()),
    ("usage", sa.Text()),
)

# A player's position also stands in his seasons, so that a cohort is read from one index.
_TRIGGERS = {
    "sqlite": (
        """
        CREATE TRIGGER player_seasons_position AFTER UPDATE OF position ON players
        WHEN OLD.position IS NOT NEW.position
        BEGIN
            UPDATE player_seasons SET position = NEW.position WHERE player_id = NEW.id;
        END
        """,
    ),
    "postgresql": (
        """
        CREATE FUNCTION player_seasons_position() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            UPDATE player_seasons SET position = NEW.position WHERE player_id = NEW.id;
            RETURN NULL;
        END $$
        """,
        """
        CREATE TRIGGER player_seasons_position AFTER UPDATE OF position ON players
        FOR EACH ROW WHEN (OLD.position IS DISTINCT FROM NEW.position)
        EXECUTE FUNCTION player_seasons_position()
        """,
    ),
}


def _player_id() -> sa.Column[int]:
    return sa.Column("player_id", sa.Integer(), autoincrement=False, nullable=False)


def _of_player(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_player_id_players")
    return sa.ForeignKeyConstraint(["player_id"], ["players.id"], name=name, ondelete="CASCADE")


def upgrade() -> None:
    """Forward."""
    op.create_index(
        "ix_players_value_cohort", "players", ["position", "date_of_birth", "market_value"]
    )
    op.create_table(
        "player_seasons",
        _player_id(),
        sa.Column("span", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("position", sa.String(), nullable=True),
        sa.Column("league", sa.String(), nullable=True),
        sa.Column("games", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("goals", sa.Integer(), nullable=False),
        sa.Column("assists", sa.Integer(), nullable=False),
        sa.Column("yellow_cards", sa.Integer(), nullable=False),
        sa.Column("red_cards", sa.Integer(), nullable=False),
        _of_player("player_seasons"),
        sa.PrimaryKeyConstraint("player_id", "span", "year", name=op.f("pk_player_seasons")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_player_seasons_cohort",
        "player_seasons",
        ["span", "position", "year", "minutes", "games", "goals", "assists", "yellow_cards",
         "red_cards", "league", "player_id"],
    )  # fmt: skip
    op.create_table(
        "transfers",
        _player_id(),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("from_club", sa.String(), nullable=False),
        sa.Column("to_club", sa.String(), nullable=False),
        sa.Column("fee", sa.BigInteger(), nullable=True),
        _of_player("transfers"),
        sa.PrimaryKeyConstraint(
            "player_id", "day", "from_club", "to_club", name=op.f("pk_transfers")
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "valuations",
        _player_id(),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        _of_player("valuations"),
        sa.PrimaryKeyConstraint("player_id", "day", name=op.f("pk_valuations")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("reports") as reports:
        for name, kind in _NEW_REPORT_COLUMNS:
            reports.add_column(sa.Column(name, kind, nullable=True))
    _convert_reports()
    with op.batch_alter_table("reports") as reports:
        for name, kind in _NEW_REPORT_COLUMNS:
            reports.alter_column(name, existing_type=kind, nullable=False)
        reports.drop_column("facts")
        reports.drop_column("sections")
    # Last: SQLite drops the triggers of a table that it copies.
    for statement in _TRIGGERS[op.get_bind().dialect.name]:
        op.execute(statement)


def _convert_reports() -> None:
    """Reports from before checks keep their words; nothing in them counts as checked."""
    connection = op.get_bind()
    found = connection.execute(
        sa.text(
            "SELECT reports.id, sections, facts, tasks.requested_by FROM reports "
            "LEFT JOIN tasks ON tasks.id = reports.task_id"
        )
    ).all()
    update = sa.text(
        "UPDATE reports SET requested_by = :requested_by, verdict = :verdict, confidence = 'low', "
        "claims = '[]', dossier = :dossier, dossier_hash = :dossier_hash, usage = :usage "
        "WHERE id = :id"
    )
    usage = {"requests": 0, "input_tokens": None, "output_tokens": None, "cost_usd": None}
    for report_id, sections, facts, requested_by in found:
        known = json.loads(facts)
        dossier = json.dumps(
            {"player": known["full_name"], "as_of": known["as_of"], "evidence": []}
        )
        values = {
            "id": report_id,
            "requested_by": requested_by or "unknown",
            "verdict": json.loads(sections)["recommendation"]["verdict"],
            "dossier": dossier,
            "dossier_hash": hashlib.sha256(dossier.encode()).hexdigest(),
            "usage": json.dumps(usage),
        }
        connection.execute(update, values)


def downgrade() -> None:
    """Back; the results of the checks of reports are lost."""
    op.execute(
        "DROP TRIGGER player_seasons_position"
        + ("" if op.get_bind().dialect.name == "sqlite" else " ON players")
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION player_seasons_position()")
    with op.batch_alter_table("reports") as reports:
        for name in ("sections", "facts"):
            reports.add_column(sa.Column(name, sa.Text(), nullable=False, server_default="{}"))
        for name, _ in reversed(_NEW_REPORT_COLUMNS):
            reports.drop_column(name)
    for name in ("sections", "facts"):
        with op.batch_alter_table("reports") as reports:
            reports.alter_column(name, server_default=None)
    for table in ("valuations", "transfers", "player_seasons"):
        op.drop_table(table)
    op.drop_index("ix_players_value_cohort", "players")
