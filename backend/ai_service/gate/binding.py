"""Which mention a figure belongs to, where a sentence holds several of them."""

from ai_service.gate.claims import Anchor
from ai_service.gate.parsed import Parsed


def nearest(sentence: Parsed, at: int, anchors: list[Anchor], values: list[int]) -> list[Anchor]:
    """The mentions that the figure at an index may belong to, out of `anchors` in order.

    A figure's own part of the sentence comes first, and there the order that the part keeps to:
    "in 2024/25 12 goals" or "12 goals in 2024/25", by which comes first of the mentions and of
    `values`, the places of all such figures. Otherwise the nearest before and the nearest behind.
    """
    part = sentence.part
    if bracketed := _bracketed(sentence, at, anchors):
        return bracketed
    own = [anchor for anchor in anchors if part[anchor.start] == part[at]]
    if len(own) > 1:
        first_value = min([value for value in values if part[value] == part[at]], default=at)
        if own[0].start < first_value:
            return [anchor for anchor in own if anchor.start < at][-1:] or own[:1]
        return [anchor for anchor in own if anchor.start > at][:1] or own[-1:]
    if own:
        return own
    before = [anchor for anchor in anchors if part[anchor.start] < part[at]]
    after = [anchor for anchor in anchors if part[anchor.start] > part[at]]
    return before[-1:] + after[:1]


def _bracketed(sentence: Parsed, at: int, anchors: list[Anchor]) -> list[Anchor]:
    """24 (2025/26), or 2025/26 (24)."""
    if sentence.kind(at + 1) == "open":
        return [anchor for anchor in anchors if anchor.start == at + 2][:1]
    if sentence.kind(at - 1) == "open":
        return [anchor for anchor in anchors if anchor.end == at - 1][:1]
    return []


def joint(sentence: Parsed, at: int) -> str:
    """The "from" or "to" that leads to a figure, or whatever other kind stands before it."""
    at -= 1
    while sentence.kind(at) in ("hedge", "cmpprep", "highest", "of", "peak"):
        at -= 1
    return sentence.kind(at)


def ends(sentence: Parsed, at: int, *kinds: str) -> tuple[float, float] | None:
    """The figures after "from" and "to" behind an item: "doubled from 12 to 24"."""
    found: dict[str, float] = {}
    for index in range(at, len(sentence.items)):
        item, lead = sentence.items[index], sentence.kind(index - 1)
        if item.kind in kinds and lead in ("from", "to"):
            number = item.value.number if item.kind == "money" else item.value
            found.setdefault(lead, number.value)
    return (found["from"], found["to"]) if len(found) == len(("from", "to")) else None


def hedge_start(sentence: Parsed, at: int) -> int:
    """Where the hedge of a number begins; the number itself without one."""
    before = [
        "" if item.used and item.kind != "than" else item.kind
        for item in sentence.items[max(0, at - 2) : at]
    ]
    if before == ["cmp", "than"]:
        return at - 2
    return at - 1 if before[-1:] in (["hedge"], ["cmpprep"]) else at
