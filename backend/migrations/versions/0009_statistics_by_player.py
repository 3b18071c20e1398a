"""statistics by player, and a metric's figures of a season as arrays"""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision: str = "0009"
down_revision: str | None = "0008"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_BY_PLAYER = ("player_id", "season_id", "metric")
_BY_METRIC = ("season_id", "metric", "player_id")
_ARRAYS = ("players", "value", "per_90", "percentile", "league_percentile")


def upgrade() -> None:
    """Forward. The figures are computed again from the lines once a worker runs."""
    _create_season_stats(_BY_PLAYER)
    op.create_table(
        "season_columns",
        sa.Column("season_id", sa.Integer(), sa.ForeignKey("seasons.id"), primary_key=True),
        sa.Column("metric", sa.String(), primary_key=True),
        sa.Column("size", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.LargeBinary(), nullable=False) for name in _ARRAYS),
    )


def downgrade() -> None:
    """Back. The figures are computed again from the lines once a worker runs."""
    op.drop_table("season_columns")
    _create_season_stats(_BY_METRIC)
    op.create_index("ix_season_stats_player_id", "season_stats", ["player_id", "season_id"])
    for column in ("value", "per_90"):
        columns = ["season_id", "metric", column]
        op.create_index(f"ix_season_stats_{column}", "season_stats", columns)


def _create_season_stats(key: Sequence[str]) -> None:
    """Replace the table by an empty one, with the columns of its key in this order."""
    op.drop_table("season_stats")
    keys: dict[str, sa.Column[Any]] = {
        "season_id": sa.Column("season_id", sa.Integer(), sa.ForeignKey("seasons.id")),
        "metric": sa.Column("metric", sa.String()),
        "player_id": sa.Column(
            "player_id", sa.Integer(), sa.ForeignKey("players.id", ondelete="CASCADE")
        ),
    }
    op.create_table(
        "season_stats",
        *(keys[name] for name in key),
        sa.Column("value", sa.Float()),
        sa.Column("per_90", sa.Float()),
        sa.Column("derived", sa.String()),
        sa.Column("percentile", sa.Float()),
        sa.Column("rank", sa.Integer()),
        sa.Column("cohort_id", sa.Integer()),
        sa.Column("league_percentile", sa.Float()),
        sa.Column("league_rank", sa.Integer()),
        sa.Column("league_cohort_id", sa.Integer()),
        sa.PrimaryKeyConstraint(*key),
        sqlite_with_rowid=False,
    )
    op.execute("DELETE FROM cohorts")
    op.execute("UPDATE seasons SET is_stale = true")
