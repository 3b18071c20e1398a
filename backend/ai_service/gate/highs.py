"""At or below the highest: of the market value, and of a figure over the seasons on record."""

from typing import Final

from ai_service.gate import evidence, periods, subjects
from ai_service.gate.hedges import sign_of
from ai_service.gate.parsed import Match, Parsed

_WHOLE: Final = 100
_NEAR: Final = 85  # percent of the highest
_AGAINST: Final = (
    "(cmpprep|hedge|cmp than|trend (from|on|against)?|equal|against) J (value|at)* (money J)? "
    "highest"
)


def check_against(sentence: Parsed) -> None:
    """Below its highest; down from a highest of €50m. What the highest is, is checked later."""
    for match in sentence.matches(_AGAINST):
        word = match.first("cmp", "hedge", "cmpprep", "trend", "equal")
        if word is None or (match.first("money") and word.kind == "hedge"):
            continue  # "more than €50m" is a hedged sum
        if word.value == "about":
            _near(sentence, match)
        else:
            _value(sentence, match, sign_of([word]))
        is_told = match.first("money") or sentence.kind(match.end) in ("of", "open", "comma")
        for item in match.items:
            item.used = item.used or not (is_told and item.kind in ("money", "highest"))


def check_is(sentence: Parsed) -> None:
    """The highest on record, where no sum of money was said to be it."""
    for match in sentence.matches("J (highest|lowest)"):
        said = match.one("highest", "lowest")
        if said.used:
            continue
        names_value = sentence.has("value", "money", "newest")
        is_of_value = names_value or not subjects.before(sentence, len(sentence.items))
        if is_of_value and said.kind == "highest":
            _value(sentence, match, 0)
        else:
            _season(sentence, match, is_lowest=said.kind == "lowest")
        match.use()


def _value(sentence: Parsed, match: Match, sign: int) -> None:
    """Compare the value now with the highest."""
    denied = sentence.is_denied(match.start)
    cited = sentence.cited
    now, highest = cited.number("value.now"), cited.number("value.highest")
    if now is None or highest is None:
        now, highest = cited.number("value.share_of_highest"), _WHOLE
    holds = now is not None and ((now > highest) - (now < highest) == sign) != denied
    sentence.check(holds, evidence.has(sentence, match.text, ("value.now", "value.highest")))


def _near(sentence: Parsed, match: Match) -> None:
    """Near its highest."""
    share = sentence.cited.number("value.share_of_highest")
    denied = sentence.is_denied(match.start)
    holds = share is not None and (_NEAR <= share <= _WHOLE) != denied
    sentence.check(holds, evidence.has(sentence, match.text, ("value.now", "value.highest")))


def _season(sentence: Parsed, match: Match, *, is_lowest: bool) -> None:
    """His highest number of goals in a season on record."""
    metric = (subjects.nearest(sentence, match.end - 1) or [""])[0]
    denied = sentence.is_denied(match.start)
    anchors = periods.bound(sentence, match.start, [match.start])
    years = [year for anchor in anchors for year in anchor.years] or sentence.cited.years
    known = [
        item.value
        for year in sentence.index.years
        if (item := sentence.index.items.get(f"season.{year}.{metric}"))
        and isinstance(item.value, int | float)
    ]
    best = (min if is_lowest else max)(known, default=None)
    is_best = len(years) == 1 and sentence.cited.season(metric, years[0]) == best
    reason = f"“{match.text}” is not so in the seasons on record"
    sentence.check(best is not None and is_best != denied, reason)
