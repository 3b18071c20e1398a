"""Tasks: the row of a job, and the task as the API returns it."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel, Field
from sqlalchemy import Index, Text, text
from sqlmodel import Field as Column
from sqlmodel import SQLModel

from football_player_service.app.db import UtcDateTime


class TaskStatus(StrEnum):
    """The state of a task; the last three are final."""

    PENDING = "pending"
    RUNNING = "running"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"


IN_FLIGHT = (TaskStatus.PENDING, TaskStatus.RUNNING)
_IN_FLIGHT_SQL = text("status IN ('pending', 'running')")


class Task(SQLModel, table=True):
    """A job of one kind for one subject, such as a scouting report on a player."""

    __tablename__ = "tasks"
    __table_args__ = (
        # At most one task of a kind in flight per subject.
        Index(
            "uq_tasks_in_flight",
            "kind",
            "subject_kind",
            "subject_id",
            unique=True,
            sqlite_where=_IN_FLIGHT_SQL,
            postgresql_where=_IN_FLIGHT_SQL,
        ),
    )

    id: UUID = Column(primary_key=True)
    kind: str
    # No foreign keys: a task outlives its subject and its result.
    subject_kind: str
    subject_id: str
    requested_by: str
    input: str | None = Column(default=None, sa_type=Text)  # JSON, for kinds that have any
    status: str = Column(index=True)
    result: str | None = None
    result_kind: str | None = None
    result_id: str | None = None
    error: str | None = Column(default=None, sa_type=Text)
    error_code: str | None = None
    # How many workers have claimed it; the sweep fails a task whose workers keep dying.
    deliveries: int = 0
    # Which worker has it, and until when that worker may stay silent.
    lease: UUID | None = None
    lease_until: datetime | None = Column(default=None, sa_type=UtcDateTime)
    created_at: datetime = Column(sa_type=UtcDateTime)
    queued_at: datetime = Column(sa_type=UtcDateTime)
    started_at: datetime | None = Column(default=None, sa_type=UtcDateTime)
    finished_at: datetime | None = Column(default=None, sa_type=UtcDateTime)


class Progress(BaseModel):
    """The current step as a short label, the share done in percent, and the attempt."""

    step: str
    percent: int
    attempt: int


class TaskOut(BaseModel):
    """A task as returned by the API and stored in Redis."""

    task_id: UUID
    kind: str
    subject_kind: str = Field(description="What the task is about, such as `player`.")
    subject_id: str
    status: TaskStatus
    result: str | None
    result_kind: str | None = Field(description="What the task made, such as `report`.")
    result_id: str | None
    error: str | None
    error_code: str | None
    progress: Progress
    requested_by: str | None = Field(description="Null for anonymous readers.")
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    updated_at: datetime = Field(description="When this state was last confirmed.")


class TaskAccepted(BaseModel):
    """The task that was created, or the one already in flight."""

    task_id: UUID
    status: str
