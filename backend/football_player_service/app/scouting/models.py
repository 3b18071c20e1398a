"""The table of scouting reports."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, ForeignKey, Integer, String, Text
from sqlmodel import Field, SQLModel

from football_player_service.app.ai_client import Confidence, Verdict
from football_player_service.app.db import UtcDateTime, new_id, utc_now


class Report(SQLModel, table=True):
    """A report as written: its model, prompt, brief and evidence. Rows never change."""

    __tablename__ = "reports"

    id: UUID = Field(default_factory=new_id, primary_key=True)
    player_id: int = Field(
        sa_column=Column(
            Integer, ForeignKey("players.id", ondelete="CASCADE"), nullable=False, index=True
        )
    )
    task_id: UUID
    requested_by: str
    source: str
    model: str
    prompt_version: str
    verdict: Verdict = Field(sa_type=String)
    confidence: Confidence = Field(sa_type=String)
    report: str = Field(sa_type=Text)  # Markdown
    # JSON, as are `claims`, `dossier` and `usage`. `content` is null for reports of earlier
    # versions, and only those have claims; `brief` is null without one.
    content: str | None = Field(default=None, sa_type=Text)
    brief: str | None = Field(default=None, sa_type=Text)
    claims: str = Field(default="[]", sa_type=Text)
    dossier: str = Field(sa_type=Text)
    dossier_hash: str  # SHA-256
    usage: str = Field(sa_type=Text)
    created_at: datetime = Field(sa_type=UtcDateTime, default_factory=utc_now)
