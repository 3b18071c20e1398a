"""Pagination, the same for every list."""

from pydantic import BaseModel, ConfigDict, Field


class PageParams(BaseModel):
    """Page number and page size. Unknown parameters are rejected."""

    model_config = ConfigDict(extra="forbid")

    page: int = Field(default=1, ge=1, le=1_000_000)
    limit: int = Field(default=20, ge=1, le=100)

    @property
    def offset(self) -> int:
        """The number of items before this page."""
        return (self.page - 1) * self.limit


class Page(BaseModel):
    """The position of a page in its list."""

    total: int
    page: int
    limit: int
    pages: int


def pages(total: int, limit: int) -> int:
    """The number of pages for `total` items; an empty list has one empty page."""
    return max(1, -(-total // limit))
