"""A job that a person waits for: the row that is its truth, and what is answered about it."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
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
    """One row a job."""

    __tablename__ = "tasks"
    __table_args__ = (
        # One job of a kind in flight for a player, whoever asks and however often.
        Index(
            "uq_tasks_in_flight",
            "kind",
            "player_id",
            unique=True,
            sqlite_where=_IN_FLIGHT_SQL,
            postgresql_where=_IN_FLIGHT_SQL,
        ),
    )

    id: UUID = Column(primary_key=True)
    kind: str
    # No foreign key: a task outlives its player, and says so.
    player_id: int
    requested_by: str
    status: str = Column(index=True)
    result: str | None = None
    error: str | None = Column(default=None, sa_type=Text)
    error_code: str | None = None
    # How often a worker took it up; a job that keeps killing its worker is given up.
    deliveries: int
    # Who works on it and until when that is believed without another sign of life.
    lease: UUID | None = None
    lease_until: datetime | None = Column(default=None, sa_type=UtcDateTime)
    created_at: datetime = Column(sa_type=UtcDateTime)
    queued_at: datetime = Column(sa_type=UtcDateTime)
    started_at: datetime | None = Column(default=None, sa_type=UtcDateTime)
    finished_at: datetime | None = Column(default=None, sa_type=UtcDateTime)


class Progress(BaseModel):
    """How far a task is: a step in words, a share of the whole, and which attempt it is."""

    step: str
    percent: int
    attempt: int


class TaskOut(BaseModel):
    """A task as answered."""

    task_id: UUID
    kind: str
    player_id: int
    requested_by: str
    status: TaskStatus
    result: str | None
    error: str | None
    error_code: str | None
    progress: Progress
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None


class ClaimedTask(TaskOut):
    """A task in the hands of a worker; `lease` proves that it is still his."""

    lease: Annotated[UUID, Field(exclude=True)]


class TaskAccepted(BaseModel):
    """The task that will do what was asked."""

    task_id: UUID
    status: str
