"""Names in a sentence: cited, and in a place where such a name may stand."""

from typing import Final

from ai_service.gate import clubs
from ai_service.gate.grammar import kinds
from ai_service.gate.names import PLAYER, Name
from ai_service.gate.parsed import Parsed

# What may stand before a club's name, and behind it.
_BEFORE_CLUB: Final = kinds(
    "at for with of club contract incontract by and comma open colon in movein fee"
)
_BEHIND_CLUB: Final = kinds("club position sub contract incontract")
_OPENING: Final = frozenset({"", "stop", "sep", "name", "value"})
# "For Norway" would be the national team, and "in Norway" a place.
_NOT_COUNTRY: Final = kinds("in to movein into for with at by agent")
_COUNTRIES: Final = {"country", "second_country"}
_FOR: Final = kinds("for in at with")
_FIGURES: Final = kinds(
    "metric metric1 rate per90 season calendar period seasons season1 nseasons recent total money "
    "highest verb"
)
_PLAYED: Final = ("nseasons", "seasons", "recent", "highest")
_SHOWN: Final = 3
_REACH: Final = 3


def check(sentence: Parsed) -> None:
    if not sentence.has("name"):
        return
    _nationality(sentence)
    for at, item in enumerate(sentence.items):
        if item.kind != "name" or PLAYER in item.value.ids:
            continue
        cited = {name for name in item.value.ids if name in sentence.cited.items}
        if cited:
            named = ", ".join(sorted(cited)[:_SHOWN])
            reason = f"“{item.text}” is cited as {named}, and is not said as that"
            stands = _stands_well(sentence, at, cited) and not _stands_alone(sentence, at)
            sentence.check(stands, reason)
        elif not _is_beside_its_league(sentence, at, item.value):
            ids = ", ".join(sorted(item.value.ids or item.value.of_league)[:_SHOWN])
            sentence.check(False, f"“{item.text}” is not in the evidence cited: cite {ids}")


def _nationality(sentence: Parsed) -> None:
    """ "Nationality" and its like are accounted for by the country named."""
    if any(item.kind == "name" and item.value.ids & _COUNTRIES for item in sentence.items):
        for item in sentence.items:
            item.used = item.used or item.kind in ("citizen", "second")


def _stands_alone(sentence: Parsed, at: int) -> bool:
    """Whether a name is all there is of a sentence: no name says anything by itself."""
    ends = ("", "stop", "sep")
    leads = [item.lead for item in sentence.items[at : at + 2]]
    return sentence.kind(at - 1) in ends and sentence.kind(at + 1) in ends and not any(leads)


def _is_beside_its_league(sentence: Parsed, at: int, name: Name) -> bool:
    """The Norwegian Granit Liga; the Granit Liga in Norway."""
    around = sentence.items[max(0, at - _REACH) : at + _REACH + 1]
    leagues = [i.value for i in around if i.kind == "name" and i.value.ids & name.of_league]
    return any(league.ids & set(sentence.cited.items) for league in leagues)


def _stands_well(sentence: Parsed, at: int, cited: set[str]) -> bool:
    """Whether the place fits one of the things the name is cited as."""
    said = {name.rpartition(".")[2] for name in cited}
    slot = clubs.slot(sentence, at)
    if slot is not None:
        return slot in said or (slot == "to" and "club" in said)
    if _is_of_figures(sentence, at, cited):
        return False
    if said <= _COUNTRIES:
        return _is_country_placed(sentence, at, said)
    if said <= {"agent"}:
        return sentence.has("agent")
    if said <= {"club", "to", "from"}:
        named = any(i < at for i in sentence.near(at, "club"))  # "the club on record is X"
        is_bound = sentence.kind(at - 2) in ("contract", "incontract")  # contracted to X
        named = named or (is_bound and sentence.kind(at - 1) == "to")
        is_placed = named or sentence.kind(at - 1) in _BEFORE_CLUB | _OPENING
        return said != {"from"} and (is_placed or sentence.kind(at + 1) in _BEHIND_CLUB)
    return True


def _is_of_figures(sentence: Parsed, at: int, cited: set[str]) -> bool:
    """Whether figures are said to be of a club or a league: 24 goals for X. Only percentiles
    within a league are of one."""
    if sentence.items[at].used or any(name.startswith("season.") for name in cited):
        return False
    index = at - 1
    if sentence.kind(index) not in _FOR or not (sentence.counts or sentence.has(*_PLAYED)):
        return False
    while sentence.kind(index) in _FOR or sentence.kind(index) == "all":
        index -= 1
    is_opening = index < 0 and sentence.kind(at + 1) == "comma"
    return is_opening or sentence.kind(index) in _FIGURES


def _is_country_placed(sentence: Parsed, at: int, said: set[str]) -> bool:
    """A second nationality is named as one, and the first is not."""
    if sentence.kind(at - 1) == "open" and sentence.kind(at - 2) == "name":
        return _is_beside_its_league(sentence, at, sentence.items[at].value)
    if sentence.kind(at + 1) == "as" and sentence.kind(at + 2) == "citizen":
        return True  # with Norway as the country on record
    if sentence.kind(at - 1) in _NOT_COUNTRY:
        return _is_beside_its_league(sentence, at, sentence.items[at].value)
    seconds = [i for i in sentence.near(at, "second") if i < at]
    if said == {"second_country"}:
        is_listed = sentence.kind(at - 1) in ("and", "comma")
        return bool(seconds) or is_listed or sentence.has("second", "citizen", "both")
    behind_second = seconds and "name" not in {
        item.kind for item in sentence.items[seconds[-1] + 1 : at]
    }
    return said == _COUNTRIES or not behind_second
