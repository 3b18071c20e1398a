"""Whether there are minutes enough to judge: 900, in a season or in all."""

from datetime import date
from typing import Final

from ai_service.gate import evidence, figures, periods
from ai_service.gate.dates import Period
from ai_service.gate.parsed import Match, Parsed, Rules
from ai_service.schemas import Evidence

_LEAST_MINUTES: Final = 900
_LEAST_COHORT: Final = 30
_RECENT: Final = 24  # months


def check(sentence: Parsed) -> None:
    """Words like "too few to judge" and "at least 900 minutes", said of the player himself."""
    sentence.apply(RULES)


def check_threshold(sentence: Parsed) -> None:
    """The same for thresholds that no cohort has accounted for."""
    sentence.apply(THRESHOLDS)


def _threshold(sentence: Parsed, match: Match) -> None:
    """At least 900 minutes; without 900 minutes."""
    found = figures.at(sentence, "minutes", match.start)
    is_enough = bool(found) and max(found) >= _LEAST_MINUTES
    holds = bool(found) and is_enough != (match.first("neg") is not None)
    sentence.check(holds, evidence.not_there(sentence, match.text, ["minutes"], []))
    match.use()


def _not_reached(sentence: Parsed, match: Match) -> None:
    """Has not reached 900 minutes."""
    unit = sentence.items[match.last_at("metric", "rate")]
    number = match.one("number", "article").value
    found = figures.at(sentence, unit.value, match.end - 1)
    holds = bool(found) and max(found) < number.value == _LEAST_MINUTES
    sentence.check(holds, evidence.not_there(sentence, match.text, [unit.value], []))
    match.use()


def _too_few(sentence: Parsed, match: Match) -> None:
    """Too few to judge; a cohort of fewer than 30, for which there is no percentile."""
    words = set(match.one("toofew").text.lower().split())
    of_minutes = words & {"minutes", "play", "playing", "judge", "judgement"}
    holds = not of_minutes and any(_is_small(item) for item in sentence.cited.items.values())
    if of_minutes or "few" in words:
        holds = holds or _has_few(sentence)
    sentence.check(holds, evidence.does_not_follow(match.text))
    match.use()


def _has_few(sentence: Parsed) -> bool:
    cited = sentence.cited
    known = [*(cited.season("minutes", year) for year in cited.years), cited.career("minutes")]
    return min((m for m in known if m is not None), default=_LEAST_MINUTES) < _LEAST_MINUTES


def _is_small(item: Evidence) -> bool:
    """Whether a percentile is missing because its cohort is too small."""
    is_small = item.cohort is not None and item.cohort.size < _LEAST_COHORT
    return item.value is None and (is_small or str(_LEAST_COHORT) in (item.note or ""))


def _small_size(sentence: Parsed, match: Match) -> None:
    """The cohort holds only 18 players."""
    items = sentence.cited.items.values()
    sizes = [item.cohort.size for item in items if item.cohort and item.value is None]
    if match.one("number").value.value in sizes:
        sentence.check(True, "")
        match.use()


def _enough(sentence: Parsed, match: Match) -> None:
    """2025/26 has minutes enough to judge."""
    denied = sentence.is_denied(match.start)
    anchors = periods.bound(sentence, match.start, [match.start])
    years = [year for anchor in anchors for year in anchor.years] or sentence.cited.years
    known = [m for year in years if (m := sentence.cited.season("minutes", year)) is not None]
    holds = bool(known) and (min(known) >= _LEAST_MINUTES) != denied
    sentence.check(holds, evidence.does_not_follow(match.text))
    match.use()


def _newest_enough(sentence: Parsed, match: Match) -> None:
    """2021/22 is the newest season with minutes enough to judge."""
    said = match.one("season", "calendar").value
    year = said.year if isinstance(said, Period) else said
    which = match.one("period").value
    full = [y for y in sentence.index.years if _minutes(sentence, y) >= _LEAST_MINUTES]
    holds = bool(full) and year == (full[0] if which == "first" else full[-1])
    holds = holds and which in ("first", "latest") and year in sentence.cited.years
    sentence.check(holds, evidence.does_not_follow(match.text))
    match.use()


def _minutes(sentence: Parsed, year: int) -> float:
    """The minutes of a season on record, cited or not."""
    item = sentence.index.items.get(f"season.{year}.minutes")
    return item.value if item and isinstance(item.value, int | float) else 0


def _none_enough(sentence: Parsed, match: Match) -> None:
    """No season with minutes enough to judge; no recent one."""
    index = sentence.index
    recent = "recent" in match.one("seasons", "season1").lead.split()
    for year, period in index.periods.items():
        minutes = _minutes(sentence, year)
        is_old = recent and _months_since(period, year, index.as_of) >= _RECENT
        if minutes >= _LEAST_MINUTES and not is_old:
            sentence.problem(f"“{match.text}” is not true: season.{year}.minutes is {minutes:,}")
    sentence.claims += 1
    match.use()


def _months_since(period: str, year: int, today: date) -> int:
    """Whole months since the last day of a period; negative while it is under way."""
    end_year, end_month = (year + 1, 6) if "/" in period else (year, 12)
    return (today.year - end_year) * 12 + today.month - end_month - 1


RULES: Final = Rules(
    ("neg (seasons|season1) with enoughminutes", _none_enough),
    ("(season|calendar) period with enoughminutes", _newest_enough),
    ("enoughminutes", _enough),
    ("toofew", _too_few),
    ("H number (peers|positions)", _small_size),
)
THRESHOLDS: Final = Rules(
    ("neg? threshold", _threshold),
    ("neg reached N (metric|rate)", _not_reached),
)
