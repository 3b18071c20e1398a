"""A function's results, kept."""

from collections.abc import Callable
from typing import Any

from football_player_service.app.imports.clean import Clean
from football_player_service.app.imports.validate import Problem


class Memo(dict[Any, Any]):
    """`memo[x]` is `make(x)`, made once; several times faster to look up than `lru_cache`."""

    def __init__(self, make: Callable[[Any], Any]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: Any) -> Any:
        value = self[key] = self._make(key)
        return value


class Column(Memo):
    """What the cells of a column mean; `notes` holds those that were not taken as they stood.

    A cell that occurs often is cleaned and checked once. A value with a problem is left out.
    """

    def __init__(self, name: str, clean: Clean, problem: Problem) -> None:
        super().__init__(self._value)
        self.notes: dict[str, list[str]] = {}
        self._name = name
        self._clean = clean
        self._problem = problem

    def _value(self, cell: str) -> Any:
        value, notes = self._clean(cell)
        if value is not None and (problem := self._problem(value)):
            value, notes = None, (*notes, f"{problem}, left empty")
        if notes:
            self.notes[cell] = [f"{self._name}: {note}" for note in notes]
        return value
