"""Response schemas of clubs, competitions and countries."""

from pydantic import BaseModel, ConfigDict


class ClubRef(BaseModel):
    """A club where another thing refers to it.

    `status` is set for a place without a club, such as "Retired". The colours are of the kit.
    """

    model_config = ConfigDict(from_attributes=True)

    id: int
    name: str
    short_name: str
    status: str | None
    primary_colour: str | None
    secondary_colour: str | None
