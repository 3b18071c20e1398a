"""Cohorts as a sentence names them: "1,180 attacking players with at least 900 minutes"."""

from dataclasses import dataclass, field, replace
from typing import Final

from ai_service.gate.grammar import kinds
from ai_service.gate.numbers import Hedge, Number
from ai_service.gate.parsed import Match, Parsed

_HEADS: Final = kinds("positions subs peers cohortword position_cohort age_cohort league threshold")
_LINKS: Final = kinds("of in at for with and from to by among amongst all on open close")
_PERIODS: Final = ("season", "calendar", "period")
# These say neither position nor league nor age.
_GENERAL: Final = kinds("peers cohortword season calendar period threshold")


@dataclass(slots=True)
class Mention:
    """A cohort as a sentence names it: what is left open is empty."""

    start: int
    end: int
    positions: list[str] = field(default_factory=list)
    scopes: set[str] = field(default_factory=set)  # age, league; season for a threshold of minutes
    leagues: set[str] = field(default_factory=set)  # ids of the evidence that names the league
    years: list[str] = field(default_factory=list)
    minutes: str = ""  # "at least 1,800", where it is not the usual threshold
    size: Number | None = None
    hedge: Hedge | None = None
    is_general: bool = True
    text: str = ""


def find(sentence: Parsed) -> list[Mention]:
    """The cohorts named in a sentence."""
    found: list[Mention] = []
    at = 0
    while at < len(sentence.items):
        if _is_head(sentence, at):
            found.append(_read(sentence, at))
            at = found[-1].end
        else:
            at += 1
    return found


def use(sentence: Parsed, mention: Mention) -> None:
    """Account for the words of a cohort, once it was compared with the evidence."""
    for item in sentence.items[mention.start : mention.end]:
        item.used = item.used or item.kind != "period"


def following(mentions: list[Mention], match: Match) -> Mention | None:
    """The cohort named right behind a rank: "in the top tenth of 1,180 attacking players"."""
    at = match.end
    while match.sentence.kind(at) in _LINKS | {"peers", "colon"}:
        if any(mention.start <= at < mention.end for mention in mentions):
            break
        at += 1
    return next((m for m in mentions if m.start <= at < m.end), None)


def joined(mention: Mention, league: Mention) -> Mention:
    """A cohort named in two places: "in the league he is in the top tenth of attacking players"."""
    return replace(
        mention,
        scopes=mention.scopes | league.scopes,
        leagues=mention.leagues | league.leagues,
        is_general=False,
    )


def _is_head(sentence: Parsed, at: int) -> bool:
    if _is_league(sentence, at):
        return sentence.kind(at - 1) in ("in", "of", "within")
    return sentence.kind(at) in _HEADS


def _is_league(sentence: Parsed, at: int) -> bool:
    item = sentence.items[at]
    return item.kind == "name" and any(name.endswith("league") for name in item.value.ids)


def _read(sentence: Parsed, start: int) -> Mention:
    """The cohort whose first word stands at an index, with a size before it."""
    mention = Mention(start, start + 1)
    for before in (start - 1, start - 2 if sentence.kind(start - 1) == "of" else -1):
        if mention.size is None and _is_size(sentence, before):
            _set_size(sentence, mention, before)
    at = start
    while at < len(sentence.items):
        length = _threshold_at(sentence, at)
        if sentence.kind(at) in _HEADS or sentence.kind(at) in _PERIODS or _is_league(sentence, at):
            _add(sentence, mention, at)
            mention.end = at + 1
        elif length and at > start:
            mention.minutes = " ".join(i.text for i in sentence.items[at : at + length])
            mention.end, at = at + length, at + length - 1
        elif _is_size(sentence, at):
            _set_size(sentence, mention, at)
        elif sentence.kind(at) not in _LINKS:
            break
        at += 1
    mention.text = " ".join(item.text for item in sentence.items[mention.start : mention.end])
    return mention


def _threshold_at(sentence: Parsed, at: int) -> int:
    """How many items make a threshold of minutes that is not the usual one; 0 for none."""
    if sentence.kind(at - 1) != "with":
        return 0
    hedged = sentence.kind(at) in ("hedge", "cmpprep")
    number, unit = at + hedged, at + hedged + 1
    counted = sentence.kind(number) == "number" and sentence.kind(unit) == "metric"
    return unit + 1 - at if counted and sentence.items[unit].value == "minutes" else 0


def _is_size(sentence: Parsed, at: int) -> bool:
    if sentence.kind(at) != "number" or at + 1 >= len(sentence.items):
        return False
    item = sentence.items[at]
    return not item.used and not item.value.ordinal


def _set_size(sentence: Parsed, mention: Mention, at: int) -> None:
    mention.size = sentence.items[at].value
    mention.start = min(mention.start, at)
    if sentence.kind(at - 1) in ("hedge", "cmpprep") and not sentence.items[at - 1].used:
        mention.hedge = sentence.items[at - 1].value
        mention.start = min(mention.start, at - 1)


def _add(sentence: Parsed, mention: Mention, at: int) -> None:
    """What one item says of a cohort."""
    item = sentence.items[at]
    if item.kind not in _GENERAL:
        mention.is_general = False
    if item.kind == "season" and item.value is not None:
        mention.years.append(item.value.text)
    elif item.kind == "calendar":
        mention.years.append(str(item.value))
    elif item.kind in ("positions", "subs"):
        mention.positions.append(item.value)
    elif item.kind == "name":
        mention.leagues |= item.value.ids
    scope = {"age_cohort": "age", "name": "league", "league": "league", "threshold": "season"}
    if item.kind in scope:
        mention.scopes.add(scope[item.kind])
