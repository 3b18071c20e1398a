"""Position groups of what providers write: `positions.toml`."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from football_player_service.app.players.models import Position

_CODE = re.compile("[A-Za-z]+")
_SIDES = re.compile("^[LRC]|[LRC]$")


@cache
def _data() -> Mapping[str, Mapping[str, list[str]]]:
    path = Path(__file__).with_suffix(".toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def group(text: str) -> Position | None:
    """The group of the first position in a text such as "CF, RW" or "Left Wing Back"; else None."""
    folded = text.casefold()
    for name, words in _data()["words"].items():
        if any(word in folded for word in words):
            return Position(name)
    codes = {code: name for name, of_group in _data()["codes"].items() for code in of_group}
    if first := _CODE.search(text):
        code = first[0].upper()
        if found := codes.get(code) or codes.get(_SIDES.sub("", code)):
            return Position(found)
    return None
