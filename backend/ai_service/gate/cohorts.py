"""Whom a rank compares with: the cohort a sentence names, beside the cohort of the evidence."""

from dataclasses import dataclass, field, replace
from typing import Final

from ai_service.gate import periods
from ai_service.gate.hedges import hedge_in
from ai_service.gate.numbers import Hedge, Number, agrees
from ai_service.gate.parsed import Match, Parsed
from ai_service.schemas import Evidence

_HEADS: Final = frozenset(
    "positions subs peers cohortword position_cohort age_cohort league threshold".split()
)
_LINKS: Final = frozenset(
    "of in at for with and from to by among amongst all on open close".split()
)


@dataclass(slots=True)
class Mention:
    """A cohort as a sentence names it: what is left open is empty."""

    start: int
    end: int
    positions: list[str] = field(default_factory=list)
    scopes: set[str] = field(default_factory=set)
    leagues: set[str] = field(default_factory=set)  # ids of the evidence that names the league
    years: list[str] = field(default_factory=list)
    minutes: str = ""  # "at least 1,800", where it is not the usual threshold
    size: Number | None = None
    hedge: Hedge | None = None
    is_general: bool = True  # "players", "others": says neither position nor league nor age
    text: str = ""


def find(sentence: Parsed) -> list[Mention]:
    """The cohorts named in a sentence that ranks the player; their sizes are accounted for."""
    found: list[Mention] = []
    at = 0
    while at < len(sentence.items):
        if _is_head(sentence, at):
            mention = _read(sentence, at)
            found.append(mention)
            at = mention.end
        else:
            at += 1
    return found


def _is_head(sentence: Parsed, at: int) -> bool:
    item = sentence.items[at]
    if item.kind == "name":
        before = sentence.items[at - 1].kind if at else ""
        return before in ("in", "of", "within") and _is_league(sentence, at)
    return item.kind in _HEADS


def _is_league(sentence: Parsed, at: int) -> bool:
    item = sentence.items[at]
    return item.kind == "name" and any(name.endswith("league") for name in item.value.ids)


def _read(sentence: Parsed, start: int) -> Mention:
    mention = Mention(start, start + 1)
    at = start
    while at < len(sentence.items):
        item = sentence.items[at]
        if (
            item.kind in _HEADS
            or item.kind in ("season", "calendar", "period")
            or _is_league(sentence, at)
        ):
            _add(sentence, mention, at)
            mention.end = at + 1
        elif (length := _threshold_at(sentence, at)) and mention.end > start:
            mention.minutes = " ".join(i.text for i in sentence.items[at : at + length])
            mention.end, at = at + length, at + length - 1
        elif item.kind == "number" and at + 1 < len(sentence.items) and _is_size(sentence, at):
            _size(sentence, mention, at)
        elif item.kind not in _LINKS:
            break
        at += 1
    if mention.size is None and start and _is_size(sentence, start - 1):
        _size(sentence, mention, start - 1)
    if start > 1 and mention.size is None and sentence.items[start - 1].kind == "of":
        if _is_size(sentence, start - 2):
            _size(sentence, mention, start - 2)
    mention.text = " ".join(item.text for item in sentence.items[mention.start : mention.end])
    return mention


def _threshold_at(sentence: Parsed, at: int) -> int:
    """How many items make a threshold of minutes that is not the usual one; 0 for none."""
    kinds = [item.kind for item in sentence.items[at : at + 3]]
    for length in (2, 3):
        counted = kinds[length - 2 : length] == ["number", "metric"]
        if counted and sentence.items[at + length - 1].value == "minutes":
            return length if sentence.items[at - 1].kind == "with" else 0
    return 0


def _is_size(sentence: Parsed, at: int) -> bool:
    item = sentence.items[at]
    return item.kind == "number" and not item.used and not item.value.ordinal


def _size(sentence: Parsed, mention: Mention, at: int) -> None:
    item = sentence.items[at]
    before = sentence.items[at - 1] if at else None
    mention.size = item.value
    mention.start = min(mention.start, at)
    if before and before.kind in ("hedge", "cmpprep") and not before.used:
        mention.hedge = before.value
        mention.start = min(mention.start, at - 1)


def _add(sentence: Parsed, mention: Mention, at: int) -> None:
    item = sentence.items[at]
    if item.kind == "season" and item.value is not None:
        mention.years.append(item.value.text)
    if item.kind == "calendar":
        mention.years.append(str(item.value))
    if item.kind in ("positions", "subs"):
        mention.positions.append(item.value)
    elif item.kind == "age_cohort":
        mention.scopes.add("age")
    elif item.kind == "name":
        mention.scopes.add("league")
        mention.leagues |= item.value.ids
    elif item.kind == "league":
        mention.scopes.add("league")
    elif item.kind == "threshold":
        mention.scopes.add("season")
    if item.kind not in ("peers", "cohortword", "season", "calendar", "period", "threshold"):
        mention.is_general = False


def use(sentence: Parsed, mention: Mention) -> None:
    """Account for the words of a cohort, once a rank was compared with it."""
    for item in sentence.items[mention.start : mention.end]:
        item.used = item.used or item.kind != "period"


def suits(sentence: Parsed, mention: Mention, item: Evidence) -> str | None:
    """Why a cohort named is not the one of the evidence; None where it is."""
    cohort = item.cohort
    if cohort is None:
        return f"{item.id} has no cohort"
    theirs = f"the cohort of {item.id} is {cohort.size:,} {cohort.definition}"
    if mention.minutes:
        return theirs
    if mention.years and any(year != cohort.period for year in mention.years):
        return theirs
    if any(position != cohort.position for position in mention.positions):
        return theirs
    if mention.size and not agrees(cohort.size, mention.size, mention.hedge, rounds=False):
        return theirs
    if "season" in mention.scopes and cohort.scope == "age":
        return theirs
    if "age" in mention.scopes and cohort.scope != "age":
        return theirs
    if "league" in mention.scopes and cohort.scope != "league":
        return theirs
    if mention.leagues and not _names_league(sentence, mention, cohort.league):
        return theirs
    if not mention.is_general and cohort.scope in ("age", "league"):
        return None if cohort.scope in mention.scopes else theirs
    return None


def joined(mention: Mention, league: Mention) -> Mention:
    """A cohort named in two places: "in the league he is in the top tenth of attacking players"."""
    return replace(
        mention,
        scopes=mention.scopes | league.scopes,
        leagues=mention.leagues | league.leagues,
        is_general=False,
    )


def check_left_out(sentence: Parsed) -> None:
    """702 were left out."""
    for match in sentence.matches("H number J (peers|positions)? J left_out|left_out J H number"):
        number = match.first("number")
        assert number
        known = [i.cohort.left_out for i in sentence.cited.items.values() if i.cohort]
        holds = any(agrees(n, number.value, hedge_in(match), rounds=False) for n in known)
        sentence.check(holds, f"“{match.text}” is not in the evidence cited")
        match.use()


def check_alone(sentence: Parsed) -> None:
    """The cohort is 1,180 attacking players: a size without a rank."""
    if not any(item.cohort for item in sentence.cited.items.values()):
        return
    for mention in find(sentence):
        before = sentence.items[max(0, mention.start - 2) : mention.start]
        if [i.kind for i in before] == ["number", "of"] and before[0].value.value == 1:
            before[0].used = True  # one of 1,180 attacking players
        anchors = periods.bound(sentence, mention.start, [mention.start])
        years = {sentence.index.periods.get(year) for a in anchors for year in a.years}
        reasons = [
            suits(sentence, mention, item)
            for item in sentence.cited.items.values()
            if item.cohort is not None and (not years or item.cohort.period in years)
        ] or ["there is none cited for that season"]
        sentence.check(None in reasons, f"“{mention.text}” is another cohort: {reasons[0]}")
        use(sentence, mention)


def _names_league(sentence: Parsed, mention: Mention, league: str | None) -> bool:
    for name in mention.leagues:
        item = sentence.index.items.get(name)
        if item and league in (item.value, item.cohort.league if item.cohort else None):
            return True
    return False


def following(sentence: Parsed, mentions: list[Mention], match: Match) -> Mention | None:
    """The cohort named right behind a rank: "in the top tenth of 1,180 attacking players"."""
    at = match.end
    while at < len(sentence.items) and sentence.items[at].kind in (*_LINKS, "peers", "colon"):
        if any(mention.start <= at < mention.end for mention in mentions):
            break
        at += 1
    return next((m for m in mentions if m.start <= at < m.end), None)
