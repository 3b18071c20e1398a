"""Whether a value may stand in a field of a player, by the rules of the field itself."""

from collections.abc import Callable
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from football_player_service.app.players.schemas import PlayerFields

# What is wrong with a value; None where it may stand.
Problem = Callable[[Any], str | None]


def field(name: str) -> Problem:
    """The rules of one field; those across several fields are not among them."""
    info = PlayerFields.model_fields[name]
    kind: Any = Annotated[info.annotation, info]
    validate = TypeAdapter(kind).validator.validate_python

    def problem(value: Any) -> str | None:
        try:
            validate(value)
        except ValidationError as error:
            return error.errors(include_url=False)[0]["msg"].removeprefix("Value error, ")
        return None

    return problem
