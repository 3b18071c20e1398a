"""Differences and multiples between seasons: "12 more than the season before", "doubled"."""

from collections.abc import Callable
from typing import Final

from ai_service.gate import evidence, pairs, subjects, value_changes
from ai_service.gate.binding import ends
from ai_service.gate.hedges import hedge_in, sign_of
from ai_service.gate.numbers import Hedge, agrees
from ai_service.gate.parsed import Match, Parsed, Rules

_NEAR: Final = 0.05
_WHOLE: Final = 100


def check(sentence: Parsed) -> None:
    """Check them before the plain figures: "12 more than" counts nothing by itself."""
    sentence.apply(RULES)


def _difference(sentence: Parsed, match: Match) -> None:
    """12 more than the season before; up 0.23 on 2024/25; five fewer goals than in 2024/25."""
    at = match.at("number", "article")
    number = sentence.items[at].value
    moves = [item for item in match.items if item.kind == "trend"]
    sign = sign_of(moves or sentence.items[at + 1 : match.end])
    # In "up more than 10" the hedge is the one behind the direction.
    leads = -1 < match.at("trend") < at
    hedge = hedge_in(Match(sentence, match.at("trend") + 1 if leads else match.start, at))
    holds = any(
        agrees(sign * (now - then), number, hedge, rounds=metric.endswith("_per_90"))
        for metric in pairs.metrics(match)
        for then, now in pairs.figures(match, metric)
    )
    _conclude(sentence, match, holds)


def _than_figure(sentence: Parsed, match: Match) -> None:
    """5 goals in 2021/22 are more than the 2 of 2020/21."""
    at = match.at("number")
    counted = [i for i in sentence.near(at, "metric", "metric1", "rate") if i < at]
    if not counted or "the" not in sentence.items[at].lead.lower().split():
        return  # "fewer than 24 in 2025/26" is a hedge
    number, sign = sentence.items[at].value, sign_of(sentence.items[match.start : at])
    metric = subjects.key(sentence, counted[-1])
    holds = any(
        agrees(then, number, None, rounds=metric.endswith("_per_90"))
        and (now > then) - (now < then) == sign
        for then, now in pairs.figures(match, metric)
    )
    _conclude(sentence, match, holds)


def _ratio(sentence: Parsed, match: Match) -> None:
    """Twice as many goals as in 2024/25; his goals doubled."""
    factor = float(match.one("ratio").value)
    near = _TESTS.get(hedge_in(match.until(match.at("ratio"))))
    ratios = _ratios(sentence, match)
    holds = near is not None and any(near(ratio / factor) for ratio in ratios)
    sentence.check(holds, evidence.does_not_follow(match.text))
    match.use()


def _ratios(sentence: Parsed, match: Match) -> list[float]:
    """Between the figures named, the seasons compared, or the valuations."""
    metrics = pairs.metrics(match)
    if (told := ends(sentence, match.end, "number", "money")) and told[0]:
        return [told[1] / told[0]]  # the figures themselves are checked with the others
    found = [now / then for m in metrics for then, now in pairs.figures(match, m) if then]
    if found or not sentence.has("value", "money"):
        return found
    known = [sentence.cited.number(name) for name in value_changes.meant(sentence)]
    return [1 + change / _WHOLE for change in known if change is not None]


def _conclude(sentence: Parsed, match: Match, holds: bool) -> None:
    pairs.take(match)
    sentence.check(holds, evidence.does_not_follow(match.text))
    match.use()


# By how much a multiple may be off: 1 is exactly the factor.
_TESTS: Final[dict[Hedge | None, Callable[[float], bool]]] = {
    None: lambda share: abs(share - 1) <= _NEAR,
    "exactly": lambda share: share == 1,
    "about": lambda share: abs(share - 1) <= 3 * _NEAR,
    "over": lambda share: 1 < share < 1.5,  # noqa: PLR2004
    "just over": lambda share: 1 < share < 1 + 2 * _NEAR,
    "nearly": lambda share: 1 - 2 * _NEAR <= share < 1,
}
_TO: Final = "(between|in|on|from|over|against|than|of|at|by|to|as|and)*"
_THAN: Final = "(hedge|cmp than|cmpprep)?"
RULES: Final = Rules(
    ("(hedge|cmp than) number (of|in|from) PERIOD", _than_figure),
    ("H N M? cmp M? (J PERIOD)? than J PERIOD", _difference),
    (f"H N M? (hedge|cmp (M|value)? than|trend {_TO}) J PERIOD", _difference),
    (f"trend (by|of)* H N M? {_TO} PERIOD ((to|and) PERIOD)?", _difference),
    ("trend by H N M?", _difference),
    (f"{_THAN} ratio (M|value|of|as|in)* (PERIOD J)? {_TO} PERIOD", _ratio),
    (f"{_THAN} ratio M?", _ratio),
)
