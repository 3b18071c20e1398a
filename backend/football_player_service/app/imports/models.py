"""What a source last said of a player, so that a repeated import keeps a scout's own edits."""

from sqlalchemy import Column, ForeignKey, Integer, Text
from sqlmodel import Field, SQLModel


class ImportRecord(SQLModel, table=True):
    """One row an imported player: his facts as imported, as JSON."""

    __tablename__ = "import_records"

    player_id: int = Field(
        sa_column=Column(Integer, ForeignKey("players.id", ondelete="CASCADE"), primary_key=True)
    )
    facts: str = Field(sa_type=Text)
