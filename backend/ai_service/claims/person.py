"""Who the player is: position, age, club, the usual peak, build."""

from collections.abc import Iterator

from ai_service import evidence_values
from ai_service.claims.facts import Facts
from ai_service.claims.model import Claim
from ai_service.schemas import Polarity

_TALL, _SHORT = 190, 172  # cm


def claims(facts: Facts) -> Iterator[Claim]:
    """The claims about the person."""
    yield from _identity(facts)
    yield from _peak(facts)
    yield from _build(facts)


def _identity(facts: Facts) -> Iterator[Claim]:
    age, position = facts.number("age"), facts.position_name
    club, item = facts.text("club"), facts.items.get("club")
    known = [name for name in ("age", "sub_position", "position") if name in facts.items][:2]
    who = {"who": (age, position)}
    if facts.is_retired:
        last = facts.text("last_season")
        evidence = (*known, "status", *(["last_season"] if last else []))
        kind = "identity.retired_in" if last else "identity.retired"
        yield Claim("identity", kind, "person", {**who, "season": last}, evidence, weight=100)
    elif facts.is_free:
        yield Claim("identity", "identity.free", "person", who, (*known, "status"), weight=100)
    elif club and item:
        past = evidence_values.is_over(item.period, facts.as_of)
        kind = "identity.last_seen" if past else "identity.current"
        args = {**who, "club": club, "season": item.period, "as_of": facts.dated("club")}
        if past and args["as_of"]:
            kind = "identity.as_of" if known else "identity.unknown"
        yield Claim("identity", kind, "person", args, (*known, "club"), weight=100)
    elif known:
        yield Claim("identity", "identity.no_club", "person", who, tuple(known), weight=100)


def _peak(facts: Facts) -> Iterator[Claim]:
    age, distance = facts.number("age"), facts.number("peak.distance")
    first, last = facts.number("peak.from"), facts.number("peak.to")
    if facts.is_retired or distance is None or None in (age, first, last, facts.position):
        return
    kind = "peak.before" if distance < 0 else "peak.after" if distance > 0 else "peak.within"
    args = {
        "age": age, "first": first, "last": last, "years": abs(distance), "group": facts.position,
    }  # fmt: skip
    polarity: Polarity = "against" if distance > 2 else "neutral"  # noqa: PLR2004
    yield Claim(
        "peak", kind, "market", args, ("age", "peak.from", "peak.to", "peak.distance"),
        polarity=polarity, weight=45 if distance else 25, about="age",
    )  # fmt: skip


def _build(facts: Facts) -> Iterator[Claim]:
    height, foot = facts.number("height"), facts.text("foot")
    if height and not _SHORT <= height < _TALL:
        yield Claim("height", "height", "person", {"height": height}, ("height",), weight=18)
    if foot in ("left", "both"):
        yield Claim(f"foot_{foot}", f"foot.{foot}", "person", {}, ("foot",), weight=15)
