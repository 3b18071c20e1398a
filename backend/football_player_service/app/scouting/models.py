"""The table of scouting reports."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Column, ForeignKey, Integer, String, Text
from sqlmodel import Field, SQLModel

from football_player_service.app.ai_client import Confidence, Verdict
from football_player_service.app.db import UtcDateTime, new_id, utc_now


class Report(SQLModel, table=True):
    """A report as written: its model, prompt and evidence. Rows never change."""

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
    # `claims`, `dossier` and `usage` are JSON; `dossier_hash` is the SHA-256 of the dossier.
    claims: str = Field(sa_type=Text)
    dossier: str = Field(sa_type=Text)
    dossier_hash: str
    usage: str = Field(sa_type=Text)
    created_at: datetime = Field(sa_type=UtcDateTime, default_factory=utc_now)
