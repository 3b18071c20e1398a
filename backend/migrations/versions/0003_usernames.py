"""unique usernames, whatever their case"""

import unicodedata
from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Forward."""
    op.add_column("users", sa.Column("username_key", sa.String(), nullable=True))
    _fill()
    with op.batch_alter_table("users") as users:
        users.alter_column("username_key", existing_type=sa.String(), nullable=False)
        users.create_unique_constraint(op.f("uq_users_username_key"), ["username_key"])


def _fill() -> None:
    """Set every key. Names that differ in case only stay usable: the later ones get a suffix."""
    connection = op.get_bind()
    users = connection.execute(sa.text("SELECT id, username FROM users ORDER BY id")).all()
    update = sa.text("UPDATE users SET username_key = :key WHERE id = :id")
    taken: set[str] = set()
    for id, username in users:
        key = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", username).casefold())
        if key in taken:
            key = f"{key}#{id}"  # no username may contain #
        taken.add(key)
        connection.execute(update, {"key": key, "id": id})


def downgrade() -> None:
    """Back."""
    with op.batch_alter_table("users") as users:
        users.drop_constraint(op.f("uq_users_username_key"), type_="unique")
        users.drop_column("username_key")
