"""A sentence's parts that mean something."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Item:
    """A part of a sentence that means something. `used`: a check has accounted for it."""

    kind: str
    value: Any
    text: str
    used: bool = False
    lead: str = ""  # the plain words before it

    def copy(self) -> "Item":
        """The same item, not accounted for."""
        return Item(self.kind, self.value, self.text, lead=self.lead)


@dataclass(slots=True)
class Reading:
    """A sentence read: its items, and what in it cannot stand in any report."""

    items: list[Item] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)  # plain words since the last item

    def add(self, *items: Item) -> None:
        """Add items, with the plain words before them."""
        items[0].lead = " ".join(self.plain)
        self.plain.clear()
        self.items.extend(items)
