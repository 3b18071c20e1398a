"""The built-in planner: chooses and joins claims by weight and by a few rules of composition."""

from collections.abc import Callable, Iterable, Iterator

from ai_service.claims.advice import stems
from ai_service.claims.model import Claim, Claims
from ai_service.plan import (
    MAX_SENTENCES,
    Lead,
    Plan,
    PlannedSentence,
    Relation,
    Sections,
    joins_badly,
    repaired,
)

NAME = "built-in planner"
_STRENGTHS, _WEAKNESSES = 5, 3  # claims, before those that must be stated
_ON_THE_PITCH = ("performance", "playing_time", "brief")


def plan(claims: Claims) -> Plan:
    """A valid plan over the claims."""
    chosen = _Planner(claims)
    sections = Sections(
        summary=list(chosen.summary()),
        strengths=list(chosen.strengths()),
        weaknesses=list(chosen.weaknesses()),
        market=list(chosen.market()),
        recommendation=list(chosen.recommendation()),
    )
    thesis = claims.get("thesis")
    found, _ = repaired(
        Plan(headline=list(thesis.grounds) if thesis else [], sections=sections), claims
    )
    return found


class _Planner:
    """Remembers which claims are used, as each is stated once."""

    def __init__(self, claims: Claims) -> None:
        self.claims = claims
        self.used: set[str] = set()
        self.ordered = sorted(claims.values(), key=lambda c: -c.weight)

    def summary(self) -> Iterator[PlannedSentence]:
        yield from self._one("identity")
        if "recommendation" in self.claims and self.claims["recommendation"].args["verdict"] == (
            "not_applicable"
        ):
            yield from self._one("career", prefix=True)
            yield from self._one("regular", prefix=True)
            return
        totals = self._first(lambda c: c.type.startswith("totals"))
        if totals:
            every = self._first(
                lambda c: c.type == "every" and c.args["period"] == totals.args["period"]
            )
            yield self._joined(totals, every, "which")
        yield from self._one("no_statistics", "old_seasons", "empty", "case", "incomplete", "stale")

    def strengths(self) -> Iterator[PlannedSentence]:
        found = self._pick(
            lambda c: c.polarity == "for" and c.topic in _ON_THE_PITCH
            and not c.type.startswith(("league", "brief.")),
            most=_STRENGTHS,
        )  # fmt: skip
        if not found:
            yield from self._one("none.strengths")
            return
        yield from self._grouped(found)

    def weaknesses(self) -> Iterator[PlannedSentence]:
        found = self._pick(
            lambda c: c.polarity == "against" and c.topic in _ON_THE_PITCH
            and not c.type.startswith("brief."),
            most=_WEAKNESSES,
        )  # fmt: skip
        if found:
            yield from self._grouped(found)
        else:
            yield from self._one("none.weaknesses")
        for claim in found:
            yield from self._one(f"question.{claim.id}")
        yield from self._one("sample", "unranked", "pooled", "aspects")

    def market(self) -> Iterator[PlannedSentence]:
        value, price = self.claims.get("value"), self.claims.get("price")
        high, buy = self.claims.get("high"), self.claims.get("buy")
        if value:
            detail = price if price and price.type != "price.middle" else high or price
            yield self._joined(value, detail, "which")
        if buy and buy.id not in self.used:
            yield self._alone(buy)
        contract, leverage = self.claims.get("contract"), self.claims.get("leverage")
        if contract and contract.id not in self.used:
            yield self._joined(contract, leverage, "which")
        transfer, fee = self.claims.get("transfer"), self.claims.get("fee")
        if transfer and transfer.weight > 30:  # noqa: PLR2004
            yield self._joined(transfer, fee, "which")
        course = self._first(lambda c: c.type.startswith("course."))
        if course:
            yield self._alone(course)

    def recommendation(self) -> Iterator[PlannedSentence]:
        yield from self._one("recommendation")
        items = [c for c in self.claims.values() if c.topic == "brief" and c.id not in self.used]
        for polarity in ("against", "neutral", "for"):
            for claim in [c for c in items if c.polarity == polarity][:2]:
                yield self._alone(claim)
        yield from self._one("condition", "next")

    def _grouped(self, found: list[Claim]) -> Iterator[PlannedSentence]:
        """Ranks of one season together, each run or course after the rank of its metric."""
        for claim in found:
            if claim.id in self.used:
                continue
            details = ("run.", "steady", "league.top") if claim is found[0] else ("run.", "steady")
            same = [
                other for other in found
                if other.id not in self.used and other is not claim
                and claim.type.startswith("rank.") and other.type == claim.type
                and _season(other) == _season(claim)
            ]  # fmt: skip
            detail = self._detail(claim, details)
            if same and detail is None:
                yield self._joined(claim, same[0], "and")
            else:
                yield self._joined(claim, detail, "which") if detail else self._alone(claim)

    def _detail(self, claim: Claim, starts: tuple[str, ...]) -> Claim | None:
        """What deepens a rank: its run of seasons, its steadiness, its place in the league."""
        for start in starts:
            for other in self.ordered:
                same = other.about == claim.about and other.type.startswith(start)
                if same and other.id not in self.used and not joins_badly([claim, other], "which"):
                    return other
        return None

    def _pick(self, test: Callable[[Claim], bool], *, most: int) -> list[Claim]:
        """The weightiest unused claims, at most one per thing measured."""
        found: list[Claim] = []
        seen: set[str] = set()
        for claim in self.ordered:
            stem = stems(claim.about or claim.id)
            if claim.id in self.used or not test(claim) or seen & stem:
                continue
            seen |= stem
            found.append(claim)
            if len(found) == most:
                break
        return found

    def _first(self, test: Callable[[Claim], bool]) -> Claim | None:
        return next((c for c in self.ordered if c.id not in self.used and test(c)), None)

    def _one(self, *ids: str, prefix: bool = False) -> Iterator[PlannedSentence]:
        for id_ in ids:
            claim = (
                self._first(lambda c, start=id_: c.id.startswith(start))  # type: ignore[misc]
                if prefix
                else self.claims.get(id_)
            )
            if claim and claim.id not in self.used:
                yield self._alone(claim)

    def _alone(self, claim: Claim, lead: Lead = "none") -> PlannedSentence:
        self.used.add(claim.id)
        return PlannedSentence(claims=[claim.id], lead=lead)

    def _joined(self, first: Claim, second: Claim | None, relation: Relation) -> PlannedSentence:
        if second is None or second.id in self.used or joins_badly([first, second], relation):
            return self._alone(first)
        self.used |= {first.id, second.id}
        return PlannedSentence(claims=[first.id, second.id], relation=relation)


def _season(claim: Claim) -> Iterable[object]:
    return claim.args.get("provider"), claim.args.get("period"), claim.args.get("cohort")


__all__ = ["MAX_SENTENCES", "NAME", "plan"]
