"""decisions about waiting lines"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0008"
down_revision: str | None = "0007"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Forward."""
    op.add_column("waiting_lines", sa.Column("decision", sa.String()))
    op.add_column("waiting_lines", sa.Column("decided_by", sa.String()))
    op.add_column("waiting_lines", sa.Column("decided_at", sa.DateTime(timezone=True)))


def downgrade() -> None:
    """Back; decisions to leave a player out are lost."""
    for name in ("decided_at", "decided_by", "decision"):
        op.drop_column("waiting_lines", name)
