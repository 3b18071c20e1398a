"""Checkers of the brief, the comparison with another player, and the recommendation."""

from dataclasses import replace

from evaluation.checks.registry import (
    About,
    Case,
    checks,
    value_of,
)
from evaluation.raw import METRICS
from evaluation.reading import N, Said, near, number


@checks("room")
def _room(said: Said, case: Case, about: About) -> None:
    moves, budget = case.person.latest_moves(), case.brief.budget
    said.must(said.club(case.person.club_id) >= 0, "another club")
    fees = [float(fee) for fee in moves["transfer_fee"].dropna()] if moves is not None else []
    fee = fees[0] if fees else 0.0
    said.must((fee > budget) is about.type.endswith("none"), f"{fee}, {budget}")
    for match in said.every(r"(paid |back the |budget of |)(€[\d.,]*\d(?:bn|m|k)?)"):
        is_fee = match[1] in ("paid ", "back the ")
        truth = fee if is_fee else budget if match[1] else budget - fee
        said.must(said.is_money(match[2], truth) or said.is_money(match[2], fee), f"{match[0]}")


@checks("met")
def _met(said: Said, case: Case, about: About) -> None:
    for name, item in _BRIEF.items():
        if said.has(rf"\b{name}\b") and name not in ("metric", "minutes"):
            other = Said("", case.person)
            item(other, case, replace(about, type="met"), "met")
            said.must(not other.wrong, f"{name}: {other.wrong}")


@checks("recommend")
def _recommend(said: Said, case: Case, about: About) -> None:
    for shown in said.money():
        said.must(said.is_money(shown, case.person.value), f"{shown}: {case.person.value}")
    kind = about.type.partition(".")[2]
    said.must(kind != "not_applicable" or case.person.status == "retired", "has not retired")
    signs = said.has(r"^sign\b|whole brief|every item|support a signing")
    said.must(signs is (kind == "sign"), "another recommendation than claimed")
    said.must(case.brief or kind not in ("sign", "monitor", "reject"), "there is no brief")


@checks("brief")
def _brief(said: Said, case: Case, about: About) -> None:
    _, name, result, *_ = about.type.replace(".free", ".met").split(".")
    _BRIEF[name](said, case, about, result)


def _judged(said: Said, result: str, *, is_met: object) -> None:
    said.must((result == "met") is bool(is_met), f"{result}: {is_met}")


def _brief_position(said: Said, case: Case, _: About, result: str) -> None:
    person, wanted = case.person, case.brief.position
    said.nouns(person.position, wanted)
    if result == "unknown":
        said.must(person.position is None, f"position is {person.position}")
        return
    _judged(said, result, is_met=wanted in (person.detail, person.group))
    near = _group(wanted) == person.group
    said.must(result != "partly_met" or near, f"{result}: {person.position}, {wanted}")


def _group(position: str) -> str:
    ends = {"Goalkeeper": "Goalkeeper", "Back": "Defender", "Defender": "Defender",
            "Midfield": "Midfielder", "Midfielder": "Midfielder"}  # fmt: skip
    return next((g for e, g in ends.items() if position.endswith(e)), "Attack")


def _brief_age(said: Said, case: Case, _: About, result: str) -> None:
    age, low, high = case.person.age, case.brief.age_min or 0, case.brief.age_max or 99
    for match in said.every(rf"\b{N}\b"):
        said.must(number(match[0]) == age, f"age is {age}")
    if age is None:
        said.must(result == "unknown", "age unknown")
        return
    off = max(low - age, age - high, 0)
    _judged(said, result, is_met=not off)


def _brief_budget(said: Said, case: Case, _: About, result: str) -> None:
    value, budget = case.person.value, case.brief.budget
    over = said.every(r"(€[\d.,]*\d(?:bn|m|k)?) (?:over|beyond)\b(?: the)?(?: budget\b(?! of))?")
    shown = said.money()
    truths = [budget] if value is None else [value, budget]
    said.must(all(said.is_money(s, t) for s, t in zip(shown, truths, strict=False)), f"{truths}")
    for match in over:
        said.must(said.is_money(match[1], (value or 0) - budget), f"{match[0]}: {truths}")
    if value is None:
        said.must(result == "unknown", "value unknown")
        return
    _judged(said, result, is_met=value <= budget)


def _brief_contract(said: Said, case: Case, about: About, result: str) -> None:
    until, wanted = case.person.contract, case.brief.contract_until
    for day in said.days():
        said.must(day in (until, wanted), f"{day}: {until}, {wanted}")
    for month in said.months():
        said.must(month == (wanted.year, wanted.month), f"{month}: {wanted}")
    if case.person.status == "free":
        said.must(result == "met", "is free")
    elif until is None or until < case.person.raw.today:
        said.must(result == "unknown", "contract unknown")
    else:
        _judged(said, result, is_met=until <= wanted)


def _brief_minutes(said: Said, case: Case, about: About, result: str) -> None:
    wanted, period = case.brief.minutes_min, said.periods(default=about.period)[0]
    providers = [about.provider] if about.provider else list(case.person.providers())
    of_period = {case.person.raw.figure(p, period, case.person.id, "minutes") for p in providers}
    shown = [m[0] for m in said.every(N)]
    minutes = next(
        (m for m in of_period if m is not None and (not shown or near(shown[0], m))), None
    )
    if result == "unknown":
        said.must(minutes is None, "minutes are known")
        return
    said.must(minutes is not None, f"{shown}: {of_period}")
    said.must(len(shown) < 2 or near(shown[1], wanted), f"{shown}: {wanted}")
    _judged(said, result, is_met=(minutes or 0) >= wanted)


def _brief_metric(said: Said, case: Case, about: About, result: str) -> None:
    floor = next(m.percentile for m in case.brief.metrics if m.metric == about.metric)
    said.names_metric(about.metric)
    if result == "unknown":
        return
    period = said.periods(default=about.period)[0]
    ranked = [
        place for provider in case.person.providers()
        if (place := case.person.raw.place(provider, period, case.person.id, about.metric))
    ]  # fmt: skip
    lower = METRICS[about.metric]["better"] == "lower"
    shares = [100 * ((p.above if lower else p.below) + p.level / 2) / p.size for p in ranked]
    shown = [int(m[1]) for m in said.every(r"(\d+)(?:st|nd|rd|th)(?: percentile)?")]
    held = [s for s in shares if not shown or 0 <= s - shown[0] < 1]
    said.must(held, f"{shown}: {shares}")
    said.must(len(shown) < 2 or shown[1] == floor, f"{shown}: {floor}")
    if held:
        off = floor - held[0]
        _judged(said, result, is_met=off <= 0)


_BRIEF = {
    "position": _brief_position, "age": _brief_age, "budget": _brief_budget,
    "contract": _brief_contract, "minutes": _brief_minutes, "metric": _brief_metric,
}  # fmt: skip


@checks("replace")
def _replace(said: Said, case: Case, about: About) -> None:
    other = case.replaced
    if other is None:
        said.must(False, "nobody to replace")
        return
    starts = said.text.startswith(other.name)
    said.must(said.hide_name(other.name), f"no {other.name}")
    if about.type == "replace.unknown":
        return
    period = said.periods(default=about.period)[0]
    said.names_metric(about.metric)
    shown = [m[0] for m in said.every(rf"(?<![\w/·]){N}%?")]
    own = theirs = None
    for provider in case.person.providers():
        of_provider = replace(about, provider=provider)
        own, theirs = (value_of(Case(p), of_provider, period) for p in (case.person, other))
        if all(near(n, t) for n, t in zip(shown, [theirs, own] if starts else [own, theirs],
                                          strict=False)):  # fmt: skip
            break
    else:
        said.must(False, f"{shown}: {own} against {theirs}")
    lower = METRICS[about.metric]["better"] == "lower"
    is_better = own is not None and theirs is not None and (own < theirs if lower else own > theirs)
    said.must(is_better is (about.type == "replace.better"), f"{own} against {theirs}")
