"""Directions: rising and falling, from one figure to another, or by the trend on record."""

from typing import Final

from ai_service.gate import changes, evidence, subjects, trend_evidence
from ai_service.gate.binding import joint
from ai_service.gate.parsed import Match, Parsed, Rules

_TENTH: Final = 10
_GOOD: Final = {"better": "rising", "worse": "falling"}


def check(sentence: Parsed) -> None:
    """Check every direction; figures and sums of money have been read before."""
    sentence.apply(RULES)


def _all_trends(sentence: Parsed, match: Match) -> None:
    """All three trends."""
    if match.one("fact").value == "trend":
        known = sum(name.startswith("trend.") for name in sentence.cited.items)
        said = match.one("number").value.value
        sentence.check(known == said, f"“{match.text}”: {known} are cited")
        match.use()


def _moves(sentence: Parsed, match: Match) -> None:
    """Rising; fell from 24 to 12; up from €30m."""
    at = match.at("trend")
    direction = str(sentence.items[at].value)
    near = [sentence.items[i] for i in sentence.near(at, "strength") if abs(i - at) <= 1]
    strength = str(near[0].value) if near else ""
    denied = sentence.is_denied(match.start)
    reason = evidence.does_not_follow(match.text)
    ends = _ends(sentence, at)
    holds: bool | None
    if ends is None:
        holds, why = _by_evidence(sentence, at, direction, strength)
        reason = why or reason
    else:
        holds = _is_direction(*ends, direction, strength)
    sentence.check(holds is not None and holds != denied, reason)
    match.use()
    for item in near:
        item.used = True


def _ends(sentence: Parsed, at: int) -> tuple[float, float] | None:
    """The figures after "from" and "to"; without a "to", the one before the word of motion."""
    values = {count.at: count.number.value for count in sentence.counts}
    values |= {price.at: price.value for price in sentence.prices} | sentence.percentiles
    places = sorted(values)
    starts = [i for i in places if joint(sentence, i) == "from"]
    ends = [i for i in places if i > at and joint(sentence, i) == "to"]
    behind = [i for i in starts if i > at]
    before = [i for i in places if i < at]
    if behind and (ends or before):
        return values[behind[0]], values[(ends or before[-1:])[0]]
    if ends and starts and not behind:
        return values[starts[-1]], values[ends[0]]
    return None


def _is_direction(first: float, second: float, direction: str, strength: str) -> bool:
    direction = _GOOD.get(direction, direction)
    if direction in ("level", "little"):
        return not strength and abs(second - first) * _TENTH <= abs(first)
    if strength and not first:
        return False
    change = 100 * (second - first) / abs(first) if first else second - first
    return changes.may_be_called(change, direction, strength)


def _by_evidence(
    sentence: Parsed, at: int, direction: str, strength: str
) -> tuple[bool | None, str]:
    """A direction without figures: by the changes of value, the trend, or the seasons cited.

    None, with the reason, where the evidence cited does not say.
    """
    said: list[bool | None] = []
    reasons: list[str] = []
    for group in subjects.groups(sentence, at) or [["value" if sentence.has("money") else ""]]:
        found = [
            trend_evidence.holds(sentence, at, metric, direction, strength) for metric in group
        ]
        if all(holds for holds, _ in found):
            return True, ""
        said += [holds for holds, _ in found]
        reasons += [why for holds, why in found if not holds]
    return None if None in said else False, reasons[0]


RULES: Final = Rules(
    ("number fact", _all_trends),
    ("strength? trend strength?", _moves),
)
