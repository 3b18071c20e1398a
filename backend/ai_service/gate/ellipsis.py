"""Numbers without a unit: behind their metric, or in the order of the numbers before them."""

from ai_service.gate import counted, subjects
from ai_service.gate.binding import hedge_start, joint
from ai_service.gate.claims import Count
from ai_service.gate.numbers import Number
from ai_service.gate.parsed import Match, Parsed


def find(sentence: Parsed) -> None:
    """Note every number that nothing else has accounted for as a count, where its metric shows."""
    by_part: dict[int, list[int]] = {}
    for at, item in enumerate(sentence.items):
        if item.kind == "number" and not item.used and not item.value.ordinal:
            by_part.setdefault(sentence.part[at], []).append(at)
    for numbers in by_part.values():
        _find_in(sentence, numbers)
    _find_none(sentence)


def _find_none(sentence: Parsed) -> None:
    """One red card in 2025/26 and none in 2024/25."""
    for at, item in enumerate(sentence.items if sentence.has("neg") else ()):
        earlier = [count for count in sentence.counts if count.at < at]
        if item.kind == "neg" and item.text.lower() == "none" and not item.used and earlier:
            metrics = earlier[-1].metrics
            sentence.counts.append(Count(at, metrics, Number(0), None, item.text))
            item.used = True


def _find_in(sentence: Parsed, numbers: list[int]) -> None:
    """The same within one part of the sentence."""
    named = [_named(sentence, at) for at in numbers]
    earlier = [count for count in sentence.counts if count.at < numbers[0]]
    for place, at in enumerate(numbers):
        metrics = named[place] or _in_order(sentence, earlier, place, len(numbers))
        goes_on = named[0] or joint(sentence, at) == "to"
        if place and not named[place] and goes_on and sentence.counts:
            metrics = sentence.counts[-1].metrics  # goals: 12 in 2024/25 and 24 in 2025/26
        if metrics:
            match = Match(sentence, hedge_start(sentence, at), at + 1)
            counted.add(sentence, match, metrics, at)


def _named(sentence: Parsed, at: int) -> list[str]:
    """The metric named before a number and counted by no other: goals per 90 of 0.70."""
    places = subjects.places_before(sentence, at)
    if not places:
        return []
    index = places[-1]
    between = [item.kind for item in sentence.items[index + 1 : at]]
    if {"number", "pct", "money", "sep", "stop"} & set(between):
        return []
    is_near = sentence.part[at] - sentence.part[index] <= 1
    if not is_near or sentence.kind(index - 1) in ("number", "article"):
        return []
    return [subjects.counted(sentence, index)]


def _in_order(sentence: Parsed, earlier: list[Count], place: int, length: int) -> list[str]:
    """24 goals in 38 games, and 12 in 31: each is of the metric that stood in its place."""
    if not earlier:
        return []
    last_part = sentence.part[earlier[-1].at]
    row = [count for count in earlier if sentence.part[count.at] == last_part]
    if length == 1:
        return list(dict.fromkeys(row[-1].metrics + row[0].metrics + earlier[0].metrics))
    if len({count.metrics[0] for count in row}) == 1 and len(row) < length:
        return row[-1].metrics
    whole = row if len(row) >= length else earlier
    return whole[place].metrics if place < len(whole) else []
