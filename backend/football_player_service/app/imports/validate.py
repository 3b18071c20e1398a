"""What a source said, as validated fields."""

from typing import Any

from pydantic import ValidationError

from football_player_service.app.imports.transfermarkt import COLUMN, NAME, Said
from football_player_service.app.players.schemas import PlayerFields


class Skip(Exception):
    """A row cannot be a player."""

    def __init__(self, reason: str, value: str = "") -> None:
        super().__init__(reason)
        self.value = value


def fields(said: Said) -> PlayerFields:
    """The fields. What breaks a rule is left empty, with a note, and leaves `said.facts` too.

    Raises `Skip` where the rest is not enough for a player: his name or id is not usable.
    """
    while True:
        try:
            source: dict[str, Any] = {"source": NAME, "source_id": said.source_id}
            return PlayerFields.model_validate(said.facts | source)
        except ValidationError as error:
            for problem in error.errors(include_url=False):
                message = problem["msg"].removeprefix("Value error, ")
                _leave_empty(said, problem["loc"], message)


def _leave_empty(said: Said, location: tuple[int | str, ...], message: str) -> None:
    # The one rule across several fields: the highest market value is not below the present.
    name = str(location[0]) if location else "highest_market_value"
    if name == "source_id":
        raise Skip(f"player_id: {message}", said.source_id)
    if name == "full_name" or name not in said.facts:
        raise Skip(f"{COLUMN.get(name, name)}: {message}", str(said.facts.get(name, "")))
    del said.facts[name]
    said.notes.append(f"{COLUMN[name]}: {message}, left empty")
