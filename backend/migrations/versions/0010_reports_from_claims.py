"""reports from claims: briefs, pronouns, and the leagues of cohorts"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0010"
down_revision: str | None = "0009"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Forward. Reports written before have no content, and keep their claims."""
    op.add_column("reports", sa.Column("content", sa.Text()))
    op.add_column("reports", sa.Column("brief", sa.Text()))
    op.add_column("tasks", sa.Column("input", sa.Text()))
    op.add_column("players", sa.Column("pronoun", sa.String()))
    # Transfermarkt's files are of men's football.
    op.execute("UPDATE players SET pronoun = 'he' WHERE source = 'transfermarkt'")
    op.add_column("cohorts", sa.Column("leagues", sa.Integer()))
    # The sweep requests the percentiles of stale seasons, which counts the leagues.
    op.execute("UPDATE seasons SET is_stale = true")


def downgrade() -> None:
    """Back; the content and the briefs of reports are lost, and their text stays.

    Verdicts that earlier versions do not know become the closest one that they do.
    """
    op.execute(
        "UPDATE reports SET verdict = 'monitor' WHERE verdict IN ('follow_up', 'keep_watching')"
    )
    op.execute(
        "UPDATE reports SET verdict = 'insufficient_evidence' WHERE verdict = 'not_applicable'"
    )
    for table, name in (
        ("cohorts", "leagues"),
        ("players", "pronoun"),
        ("tasks", "input"),
        ("reports", "brief"),
        ("reports", "content"),
    ):
        op.drop_column(table, name)
