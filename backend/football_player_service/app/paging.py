"""Pages of a list, the same for every list."""

from pydantic import BaseModel, ConfigDict, Field


class PageParams(BaseModel):
    """Which page, and how many on one. A misspelt parameter is refused, never ignored."""

    model_config = ConfigDict(extra="forbid")

    page: int = Field(default=1, ge=1, le=1_000_000)
    limit: int = Field(default=20, ge=1, le=100)

    @property
    def offset(self) -> int:
        """How many items come before this page."""
        return (self.page - 1) * self.limit


class Page(BaseModel):
    """Where a page stands in its list."""

    total: int
    page: int
    limit: int
    pages: int


def pages(total: int, limit: int) -> int:
    """How many pages hold `total` items; an empty list has one, empty, page."""
    return max(1, -(-total // limit))
