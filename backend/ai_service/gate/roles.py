"""Names in a sentence: cited, and in a place where such a name may stand."""

from typing import Final

from ai_service.gate.moves import slot_of_name
from ai_service.gate.names import PLAYER, Name
from ai_service.gate.parsed import Parsed

# What may stand before a club's, a league's, a country's, an agent's name.
_CLUB: Final = frozenset(
    "at for with of club contract incontract by and comma open colon in movein".split()
)
# "For Norway" would be the national team.
_NOT_COUNTRY: Final = frozenset("to movein into for with at by agent".split())
_SHOWN: Final = 3


def check(sentence: Parsed) -> None:
    _nationality(sentence)
    for at, item in enumerate(sentence.items):
        if item.kind != "name" or PLAYER in item.value.ids:
            continue
        cited = {name for name in item.value.ids if name in sentence.cited.items}
        if not cited and _is_beside_its_league(sentence, at, item.value):
            continue
        if not cited:
            ids = sorted(item.value.ids or item.value.of_league)[:_SHOWN]
            sentence.check(
                False, f"“{item.text}” is not in the evidence cited: cite {', '.join(ids)}"
            )
            continue
        sentence.check(_stands_well(sentence, at, cited), _misplaced(item.text, cited))


def _nationality(sentence: Parsed) -> None:
    """ "Nationality" and its like are accounted for by the country named."""
    if any(i.kind == "name" and i.value.ids & {"country", "second_country"}
           for i in sentence.items):  # fmt: skip
        for item in sentence.items:
            item.used = item.used or item.kind in ("citizen", "second")


def _is_beside_its_league(sentence: Parsed, at: int, name: Name) -> bool:
    """The Norwegian Granit Liga; the Granit Liga in Norway."""
    for other in sentence.items[max(0, at - 3) : at + 4]:
        if other.kind == "name" and other.value is not name and other.value.ids & name.of_league:
            return bool(other.value.ids & set(sentence.cited.items))
    return False


def _stands_well(sentence: Parsed, at: int, cited: set[str]) -> bool:
    """Whether the place fits one of the things the name is cited as."""
    kinds = {name.rpartition(".")[2] if "." in name else name for name in cited}
    slot = slot_of_name(sentence, at)
    before = sentence.items[at - 1].kind if at else ""
    after = sentence.items[at + 1].kind if at + 1 < len(sentence.items) else ""
    if slot == "from":
        return "from" in kinds or bool(kinds & {"country", "second_country", "league"})
    if slot == "to":
        return bool(kinds & {"to", "club", "league"})
    if kinds <= {"country", "second_country"} and before in _NOT_COUNTRY:
        return False
    if kinds <= {"second_country"} or kinds <= {"country"}:
        is_second = any(sentence.items[i].kind == "second" for i in sentence.near(at, "second"))
        nearest_second = [i for i in sentence.near(at, "second") if i < at]
        if kinds <= {"country"}:
            return not (nearest_second and not _names_between(sentence, nearest_second[-1], at))
        return is_second or before in ("and", "comma") or sentence.has("second", "citizen", "both")
    if kinds <= {"agent"}:
        return sentence.has("agent")
    if kinds <= {"from"}:
        return False
    if kinds <= {"club", "to", "from"}:
        ahead = sentence.items[:at]
        return (
            before in _CLUB
            or after in ("club", "position", "sub", "contract")
            or (not ahead or before in ("stop", "sep", "name", "value"))
        )
    return True


def _names_between(sentence: Parsed, start: int, at: int) -> bool:
    return any(item.kind == "name" for item in sentence.items[start + 1 : at])


def _misplaced(text: str, cited: set[str]) -> str:
    return f"“{text}” is cited as {', '.join(sorted(cited))}, and is not said as that"
