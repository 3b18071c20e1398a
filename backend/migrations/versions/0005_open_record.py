"""the open record: clubs, statistics of any provider, imports"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_PROVIDER = "transfermarkt"  # whose statistics the earlier table held
_METRICS = ("goals", "assists", "yellow_cards", "red_cards")


def _time(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def upgrade() -> None:
    """Forward; the seasons of players become lines of statistics."""
    _create_clubs()
    _create_imports()
    _create_statistics()
    _move_seasons()
    _drop_player_seasons()
    # Not a batch: SQLite would drop the table it copied, and with it every dependent row.
    op.execute(
        "ALTER TABLE players ADD COLUMN club_id INTEGER "
        "CONSTRAINT fk_players_club_id_clubs REFERENCES clubs (id)"
    )
    op.create_index(op.f("ix_players_club_id"), "players", ["club_id"])
    for statement in _TRIGGERS[op.get_bind().dialect.name]:
        op.execute(statement)
    op.execute(
        "INSERT INTO player_ids (provider, provider_id, player_id, rule, decided_at, facts) "
        "SELECT source, source_id, id, 'provider_id', updated_at, facts FROM players "
        "LEFT JOIN import_records ON player_id = id "
        "WHERE source IS NOT NULL AND source_id IS NOT NULL"
    )
    op.drop_table("import_records")


def _create_clubs() -> None:
    op.create_table(
        "competitions",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("short_name", sa.String(), nullable=False),
        sa.Column("country", sa.String()),
        sa.Column("is_cup", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("merged_into", sa.Integer(), sa.ForeignKey("competitions.id"), index=True),
    )
    op.create_table(
        "clubs",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("short_name", sa.String(), nullable=False),
        sa.Column("country", sa.String()),
        sa.Column("competition_id", sa.Integer(), sa.ForeignKey("competitions.id"), index=True),
        sa.Column("status", sa.String()),
        sa.Column("primary_colour", sa.String()),
        sa.Column("secondary_colour", sa.String()),
        sa.Column("merged_into", sa.Integer(), sa.ForeignKey("clubs.id"), index=True),
    )
    for name in ("club", "competition"):
        owner = sa.ForeignKey(f"{name}s.id", ondelete="CASCADE")
        op.create_table(
            f"{name}_aliases",
            sa.Column("provider", sa.String(), primary_key=True),
            sa.Column("alias", sa.String(), primary_key=True),
            sa.Column(
                f"{name}_id", sa.Integer(), owner, primary_key=True, autoincrement=False, index=True
            ),
            sa.Column("spelling", sa.String(), nullable=False),
        )


def _create_imports() -> None:
    op.create_table(
        "imports",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("content", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False, index=True),
        sa.Column("as_of", sa.Date()),
        sa.Column("newest", sa.Date()),
        sa.Column("imported_by", sa.String()),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("counts", sa.Text(), nullable=False),
        _time("created_at"),
    )
    op.create_table(
        "mappings",
        sa.Column("provider", sa.String(), primary_key=True),
        sa.Column("fingerprint", sa.String(), primary_key=True),
        sa.Column("columns", sa.Text(), nullable=False),
        sa.Column("confirmed_by", sa.String()),
        _time("confirmed_at"),
    )
    op.create_table(
        "waiting_lines",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("import_id", sa.Uuid(), sa.ForeignKey("imports.id"), nullable=False, index=True),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("provider_id", sa.String(), nullable=False, index=True),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("candidates", sa.Text(), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
    )
    op.create_table(
        "player_ids",
        sa.Column("provider", sa.String(), primary_key=True),
        sa.Column("provider_id", sa.String(), primary_key=True),
        sa.Column(
            "player_id",
            sa.Integer(),
            sa.ForeignKey("players.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("decided_by", sa.String()),
        _time("decided_at"),
        sa.Column("facts", sa.Text()),
    )


def _create_statistics() -> None:
    op.create_table(
        "seasons",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("span", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("is_stale", sa.Boolean(), nullable=False),
        sa.UniqueConstraint("provider", "span", "year"),
    )
    op.create_table(
        "stat_lines",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column(
            "player_id",
            sa.Integer(),
            sa.ForeignKey("players.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column(
            "season_id", sa.Integer(), sa.ForeignKey("seasons.id"), nullable=False, index=True
        ),
        sa.Column("competition_id", sa.Integer(), sa.ForeignKey("competitions.id"), index=True),
        sa.Column("club_id", sa.Integer(), sa.ForeignKey("clubs.id"), index=True),
        sa.Column("provider_id", sa.String()),
        sa.Column("position", sa.String()),
        sa.Column("games", sa.Integer()),
        sa.Column("minutes", sa.Float()),
        sa.Column("import_id", sa.Uuid(), sa.ForeignKey("imports.id"), index=True),
    )
    op.create_index(
        "uq_stat_lines_key",
        "stat_lines",
        ["player_id", "season_id", sa.text("coalesce(competition_id, 0)"),
         sa.text("coalesce(club_id, 0)")],
        unique=True,
    )  # fmt: skip
    op.create_table(
        "stat_values",
        sa.Column(
            "line_id",
            sa.Integer(),
            sa.ForeignKey("stat_lines.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("metric", sa.String(), primary_key=True),
        sa.Column("value", sa.Float()),
        sa.Column("per_90", sa.Float()),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "cohorts",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("season_id", sa.Integer(), sa.ForeignKey("seasons.id"), nullable=False),
        sa.Column("metric", sa.String(), nullable=False),
        sa.Column("position", sa.String(), nullable=False),
        sa.Column("competition_id", sa.Integer(), sa.ForeignKey("competitions.id"), index=True),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("excluded", sa.Integer(), nullable=False),
    )
    op.create_index("ix_cohorts_season_id_metric", "cohorts", ["season_id", "metric"])
    op.create_table(
        "season_stats",
        sa.Column("season_id", sa.Integer(), sa.ForeignKey("seasons.id"), primary_key=True),
        sa.Column("metric", sa.String(), primary_key=True),
        sa.Column(
            "player_id",
            sa.Integer(),
            sa.ForeignKey("players.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("value", sa.Float()),
        sa.Column("per_90", sa.Float()),
        sa.Column("derived", sa.String()),
        sa.Column("percentile", sa.Float()),
        sa.Column("rank", sa.Integer()),
        sa.Column("cohort_id", sa.Integer()),
        sa.Column("league_percentile", sa.Float()),
        sa.Column("league_rank", sa.Integer()),
        sa.Column("league_cohort_id", sa.Integer()),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_season_stats_player_id", "season_stats", ["player_id", "season_id"])
    for column in ("value", "per_90"):
        columns = ["season_id", "metric", column]
        op.create_index(f"ix_season_stats_{column}", "season_stats", columns)


def _move_seasons() -> None:
    """Copy `player_seasons` to lines and values; percentiles are computed once a worker runs."""
    op.execute(
        "INSERT INTO seasons (provider, span, year, is_stale) "  # noqa: S608 - constants
        f"SELECT DISTINCT '{_PROVIDER}', span, year, true FROM player_seasons"
    )
    op.execute(
        "INSERT INTO competitions (name, short_name) "
        "SELECT DISTINCT league, league FROM player_seasons WHERE league IS NOT NULL"
    )
    op.execute(
        "INSERT INTO stat_lines (player_id, season_id, competition_id, provider_id, games, minutes)"
        " SELECT s.player_id, seasons.id, competitions.id, players.source_id, s.games, s.minutes"
        " FROM player_seasons AS s JOIN players ON players.id = s.player_id"
        " JOIN seasons ON seasons.span = s.span AND seasons.year = s.year"
        " LEFT JOIN competitions ON competitions.name = s.league"
    )
    for metric in _METRICS:
        op.execute(
            "INSERT INTO stat_values (line_id, metric, value) "  # noqa: S608 - constants
            f"SELECT stat_lines.id, '{metric}', s.{metric} FROM player_seasons AS s "
            "JOIN seasons ON seasons.span = s.span AND seasons.year = s.year "
            "JOIN stat_lines ON stat_lines.player_id = s.player_id "
            "AND stat_lines.season_id = seasons.id"
        )


def _drop_player_seasons() -> None:
    on_players = "" if op.get_bind().dialect.name == "sqlite" else " ON players"
    op.execute(f"DROP TRIGGER player_seasons_position{on_players}")
    if on_players:
        op.execute("DROP FUNCTION player_seasons_position()")
    op.drop_table("player_seasons")


def downgrade() -> None:
    """Back; statistics the earlier table has no columns for are lost."""
    on_players = "" if op.get_bind().dialect.name == "sqlite" else " ON players"
    for name in ("moved", "deleted"):
        op.execute(f"DROP TRIGGER seasons_of_{name}_player{on_players}")
    if on_players:
        op.execute("DROP FUNCTION seasons_are_stale()")
    op.drop_index(op.f("ix_players_club_id"), "players")
    op.execute("ALTER TABLE players DROP COLUMN club_id")
    _create_player_seasons()
    sums = ", ".join(
        f"coalesce(sum((SELECT value FROM stat_values WHERE line_id = l.id "  # noqa: S608
        f"AND metric = '{metric}')), 0)"
        for metric in _METRICS
    )
    op.execute(
        "INSERT INTO player_seasons (player_id, span, year, position, league, games, minutes, "  # noqa: S608
        f"{', '.join(_METRICS)}) "
        "SELECT l.player_id, seasons.span, seasons.year, players.position, "
        "max(competitions.name), coalesce(sum(l.games), 0), "
        f"cast(coalesce(sum(l.minutes), 0) AS integer), {sums} "
        "FROM stat_lines AS l JOIN seasons ON seasons.id = l.season_id "
        "JOIN players ON players.id = l.player_id "
        "LEFT JOIN competitions ON competitions.id = l.competition_id "
        f"WHERE seasons.provider = '{_PROVIDER}' "
        "GROUP BY l.player_id, seasons.span, seasons.year, players.position"
    )
    _create_import_records()
    for table in ("season_stats", "cohorts", "stat_values", "stat_lines", "seasons", "player_ids",
                  "waiting_lines", "mappings", "imports", "competition_aliases", "club_aliases",
                  "clubs", "competitions"):  # fmt: skip
        op.drop_table(table)
    for statement in _OLD_TRIGGERS[op.get_bind().dialect.name]:
        op.execute(statement)


def _create_import_records() -> None:
    op.create_table(
        "import_records",
        sa.Column(
            "player_id",
            sa.Integer(),
            sa.ForeignKey("players.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("facts", sa.Text(), nullable=False),
    )
    op.execute(
        "INSERT INTO import_records (player_id, facts) "
        "SELECT players.id, facts FROM player_ids "
        "JOIN players ON players.source = provider AND players.source_id = provider_id "
        "WHERE facts IS NOT NULL"
    )


def _create_player_seasons() -> None:
    op.create_table(
        "player_seasons",
        sa.Column(
            "player_id",
            sa.Integer(),
            sa.ForeignKey("players.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("span", sa.String(), primary_key=True),
        sa.Column("year", sa.Integer(), primary_key=True),
        sa.Column("position", sa.String()),
        sa.Column("league", sa.String()),
        *(
            sa.Column(name, sa.Integer(), nullable=False)
            for name in ("games", "minutes", *_METRICS)
        ),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_player_seasons_cohort",
        "player_seasons",
        ["span", "position", "year", "minutes", "games", "goals", "assists", "yellow_cards",
         "red_cards", "league", "player_id"],
    )  # fmt: skip


_OLD_TRIGGERS = {
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

# A percentile compares the players of a position: it is wrong once one moves or is deleted.
_STALE = """
    UPDATE seasons SET is_stale = true
    WHERE id IN (SELECT season_id FROM stat_lines WHERE player_id = OLD.id);
"""
_TRIGGERS = {
    "sqlite": (
        f"""
        CREATE TRIGGER seasons_of_moved_player AFTER UPDATE OF position, sub_position ON players
        WHEN OLD.position IS NOT NEW.position OR OLD.sub_position IS NOT NEW.sub_position
        BEGIN {_STALE} END
        """,
        f"""
        CREATE TRIGGER seasons_of_deleted_player BEFORE DELETE ON players
        BEGIN {_STALE} END
        """,
    ),
    "postgresql": (
        f"""
        CREATE FUNCTION seasons_are_stale() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            {_STALE}
            RETURN OLD;
        END $$
        """,
        """
        CREATE TRIGGER seasons_of_moved_player AFTER UPDATE OF position, sub_position ON players
        FOR EACH ROW WHEN (
            OLD.position IS DISTINCT FROM NEW.position
            OR OLD.sub_position IS DISTINCT FROM NEW.sub_position
        )
        EXECUTE FUNCTION seasons_are_stale()
        """,
        """
        CREATE TRIGGER seasons_of_deleted_player BEFORE DELETE ON players
        FOR EACH ROW EXECUTE FUNCTION seasons_are_stale()
        """,
    ),
}
