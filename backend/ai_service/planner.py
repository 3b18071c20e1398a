"""The built-in planner: chooses and joins claims by weight and by a few rules of composition."""

from collections.abc import Callable, Iterator

from ai_service.claims.model import Claim, Claims, cohort_of
from ai_service.claims.weighing import by_weight, stems
from ai_service.plan import Plan, PlannedSentence, Relation, Sections, joins_badly, repaired

NAME = "built-in planner"
_STRENGTHS, _WEAKNESSES = 5, 3  # claims, before those that must be stated
_ON_THE_PITCH = ("performance", "playing_time", "brief")


def plan(claims: Claims) -> Plan:
    """A valid plan over the claims."""
    chosen = _Planner(claims)
    sections = Sections.model_construct(  # which may be too long before they are repaired
        summary=list(chosen.summary()),
        strengths=list(chosen.strengths()),
        weaknesses=list(chosen.weaknesses()),
        market=list(chosen.market()),
        recommendation=list(chosen.recommendation()),
    )
    headline = ["judgement"] if "judgement" in claims else []
    if not headline and (thesis := claims.get("thesis")):
        headline = list(thesis.grounds)
    found, _ = repaired(Plan.model_construct(headline=headline, sections=sections), claims)
    return found


class _Planner:
    """Remembers which claims are used, as each is stated once."""

    def __init__(self, claims: Claims) -> None:
        self.claims = claims
        self.used: set[str] = set()
        self._verdict = claims["recommendation"].args["verdict"]
        self.ordered = by_weight(claims.values())

    def summary(self) -> Iterator[PlannedSentence]:
        yield from self._one("identity")
        if self._verdict == "not_applicable":
            yield from self._first_of("career")
            return
        yield from self._one("judgement", "empty", "no_statistics", "old_seasons")
        totals = self._first(lambda c: c.type.startswith("totals"))
        if totals:
            detail = self.claims.get("penalties") or self._first(
                lambda c: c.type == "every" and c.args["period"] == totals.args["period"]
            )
            yield self._joined(totals, detail, "which")
        yield from self._one("before")
        yield from self._key()
        stale, incomplete = self.claims.get("stale"), self.claims.get("incomplete")
        if incomplete:
            yield self._joined(incomplete, stale, "and")
        else:
            yield from self._one("stale")

    def _key(self) -> Iterator[PlannedSentence]:
        """The figure a reader asks for first, if it is neither a strength nor a weakness."""
        key = self.claims["recommendation"].args.get("key")
        claim = self._first(lambda c: c.type == "rank.middle" and c.about == key)
        if claim and key:
            yield self._alone(claim)

    def strengths(self) -> Iterator[PlannedSentence]:
        if self._verdict == "not_applicable":
            return
        found = self._pick(
            lambda c: c.polarity == "for" and c.topic in _ON_THE_PITCH
            and not c.type.startswith(("league", "brief.", "met", "replace")),
            most=_STRENGTHS,
        )  # fmt: skip
        found += self._pick(lambda c: c.type == "replace.better", most=2)
        if not found:
            yield from self._one("none.strengths")
            return
        yield from self._grouped(found)

    def weaknesses(self) -> Iterator[PlannedSentence]:
        is_tiny = "sample" in self.claims and self.claims["sample"].type == "sample.tiny"
        found = self._pick(
            lambda c: c.polarity == "against" and c.topic in _ON_THE_PITCH
            and not c.type.startswith("brief.") and not (is_tiny and c.about == "minutes"),
            most=_WEAKNESSES,
        )  # fmt: skip
        yield from self._grouped(found)
        yield from self._first_of("faced.few")
        if not found and "aspects" not in self.claims:
            yield from self._one("none.weaknesses")
        yield from self._one("sample", "unranked", "pooled", "aspects")

    def market(self) -> Iterator[PlannedSentence]:
        value, price = self.claims.get("value"), self.claims.get("price")
        high, buy, fee = self.claims.get("high"), self.claims.get("buy"), self.claims.get("fee")
        below = high if high and high.type == "high.below" else None
        telling = price if price and price.type in ("price.low", "price.middle") else None
        if value:
            yield self._joined(value, high or telling, "which")
        if buy and buy.id not in self.used:
            yield self._alone(buy)
        contract, leverage = self.claims.get("contract"), self.claims.get("leverage")
        if contract and contract.id not in self.used:
            yield self._joined(contract, leverage, "which")
        transfer = self.claims.get("transfer")
        room = self.claims.get("room")
        if transfer and (transfer.weight > 30 or fee) and (fee or not room):  # noqa: PLR2004
            yield self._joined(transfer, fee, "which")
        yield from self._one("room")
        if not below:
            yield from self._first_of("course.")

    def recommendation(self) -> Iterator[PlannedSentence]:
        yield from self._one("recommendation")
        for ending in ("missed", "partly_met", "unknown"):
            for claim in self.ordered:
                if claim.type.startswith("brief.") and f".{ending}" in claim.type:
                    yield from self._one(claim.id)
        yield from self._one("met", "asked")
        questions = [c for c in self.ordered if c.id.startswith("question.")]
        for claim in questions[:1]:
            yield from self._one(claim.id)
        yield from self._one("next", "deadline")
        if self._verdict in ("follow_up", "sign"):
            yield from self._one("condition")

    def _first_of(self, start: str) -> Iterator[PlannedSentence]:
        """The weightiest unused claim whose type begins so."""
        claim = self._first(lambda c: c.type.startswith(start))
        if claim:
            yield self._alone(claim)

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
                and cohort_of(other) == cohort_of(claim)
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

    def _one(self, *ids: str) -> Iterator[PlannedSentence]:
        for id_ in ids:
            claim = self.claims.get(id_)
            if claim and claim.id not in self.used:
                yield self._alone(claim)

    def _alone(self, claim: Claim) -> PlannedSentence:
        self.used.add(claim.id)
        return PlannedSentence(claims=[claim.id])

    def _joined(self, first: Claim, second: Claim | None, relation: Relation) -> PlannedSentence:
        if second is None or second.id in self.used or joins_badly([first, second], relation):
            return self._alone(first)
        self.used |= {first.id, second.id}
        return PlannedSentence(claims=[first.id, second.id], relation=relation)
