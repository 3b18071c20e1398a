"""What the source last said about each player, so that a new import can tell edits from data."""

from sqlalchemy import Column, ForeignKey, Integer, Text
from sqlmodel import Field, SQLModel


class ImportRecord(SQLModel, table=True):
    """The fields of one player as last imported: a JSON object, without empty fields."""

    __tablename__ = "import_records"

    player_id: int = Field(
        sa_column=Column(Integer, ForeignKey("players.id", ondelete="CASCADE"), primary_key=True)
    )
    facts: str = Field(sa_type=Text)
