"""a task's subject and result"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None

_IN_FLIGHT = sa.text("status IN ('pending', 'running')")

_tasks = sa.table(
    "tasks",
    sa.column("id", sa.Uuid()),
    sa.column("player_id", sa.Integer()),
    sa.column("subject_kind", sa.String()),
    sa.column("subject_id", sa.String()),
    sa.column("result_kind", sa.String()),
    sa.column("result_id", sa.String()),
)
_reports = sa.table("reports", sa.column("id", sa.Uuid()), sa.column("task_id", sa.Uuid()))


def upgrade() -> None:
    """Forward: every task so far is about a player; its report is its result."""
    op.drop_index("uq_tasks_in_flight", "tasks")
    with op.batch_alter_table("tasks") as tasks:
        for name in ("subject_kind", "subject_id", "result_kind", "result_id"):
            tasks.add_column(sa.Column(name, sa.String(), nullable=True))
    player = sa.cast(_tasks.c.player_id, sa.String())
    op.execute(_tasks.update().values(subject_kind="player", subject_id=player))
    _refer_to_reports()
    with op.batch_alter_table("tasks") as tasks:
        for name in ("subject_kind", "subject_id"):
            tasks.alter_column(name, existing_type=sa.String(), nullable=False)
        tasks.drop_column("player_id")
    _create_unique_index("kind", "subject_kind", "subject_id")


def _refer_to_reports() -> None:
    connection = op.get_bind()
    found = [
        {"task": report.task_id, "report": str(report.id)}
        for report in connection.execute(sa.select(_reports.c.id, _reports.c.task_id))
    ]
    if found:
        statement = _tasks.update().where(_tasks.c.id == sa.bindparam("task"))
        values = {"result_kind": "report", "result_id": sa.bindparam("report")}
        connection.execute(statement.values(values), found)


def downgrade() -> None:
    """Back: tasks that are not about a player are deleted."""
    op.drop_index("uq_tasks_in_flight", "tasks")
    op.execute(_tasks.delete().where(_tasks.c.subject_kind != "player"))
    with op.batch_alter_table("tasks") as tasks:
        tasks.add_column(sa.Column("player_id", sa.Integer(), nullable=True))
    player = sa.cast(_tasks.c.subject_id, sa.Integer())
    op.execute(_tasks.update().values(player_id=player))
    with op.batch_alter_table("tasks") as tasks:
        tasks.alter_column("player_id", existing_type=sa.Integer(), nullable=False)
        for name in ("result_id", "result_kind", "subject_id", "subject_kind"):
            tasks.drop_column(name)
    _create_unique_index("kind", "player_id")


def _create_unique_index(*columns: str) -> None:
    op.create_index(
        "uq_tasks_in_flight",
        "tasks",
        columns,
        unique=True,
        sqlite_where=_IN_FLIGHT,
        postgresql_where=_IN_FLIGHT,
    )
