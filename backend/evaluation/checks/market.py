"""Checkers of values and transfers."""

from copy import copy
from typing import Any

from evaluation.checks.registry import (
    About,
    Case,
    checks,
)
from evaluation.reading import COUNT, DOWN, UP, N, Said, near, number

QUARTER = 0.25


@checks("value", "high", "course")
def _market(said: Said, case: Case, about: About) -> None:
    person = case.person
    months = said.months()
    amounts = said.money() if about.type.startswith("course") else []
    if about.type.startswith("course"):
        known = [(day, value) for day, value in person.valuations if day <= person.raw.today]
        latest = known[-1]
        for shown, month in zip(amounts, months, strict=True):
            dated = [v for d, v in known if (d.year, d.month) == month]
            said.must(any(said.is_money(shown, v) for v in dated), f"{shown} in {month}: {dated}")
        if amounts:
            said.must(months[-1] == (latest[0].year, latest[0].month), f"latest is {latest}")
            said.must(months[0] < months[-1], "order of months")
        is_up = about.type.endswith("rising")
        words, against = (UP, DOWN) if is_up else (DOWN, UP)
        said.must(words.search(said.text) and not against.search(said.text), "direction")
        earlier = [v for d, v in known if d < latest[0]]
        said.must(any((latest[1] > v) is is_up for v in earlier), f"{latest}: {earlier[-3:]}")
        return
    if about.type.endswith("unknown"):
        said.must(not person.value, f"value is {person.value}")
        return
    value, highest = person.value or 0, person.highest or 1
    for month in months:
        as_of = person.raw.files.as_of
        said.must(month == (as_of.year, as_of.month), f"{month}: as of {as_of}")
    for match in said.every(rf"({N})%"):
        said.must(near(match[1], 100 * value / highest), f"{match[0]}: {value} of {highest}")
    is_high = about.type.startswith("high")
    for match in said.every(r"(€[\d.,]*\d(?:bn|m|k)?) below"):
        said.must(said.is_money(match[1], highest - value), f"{match[0]}: {value} of {highest}")
    for shown in said.money():
        said.must(said.is_money(shown, highest if is_high else value), f"{shown}: {value}")
    if is_high:
        is_at = about.type == "high.at"
        said.must((value == highest) is is_at, f"{value} of {highest}")


@checks("price")
def _price(said: Said, case: Case, about: About) -> None:
    place = case.person.raw.value_place(case.person.id)
    kind = about.type.partition(".")[2]
    is_high = (place.above + place.level) / place.size <= QUARTER
    is_low = (place.below + place.level) / place.size <= QUARTER
    said.must((is_high, is_low) == (kind == "high", kind == "low"), f"{place}")
    if kind == "middle":
        said.must(said.has("ordinary"), "not ordinary")
    for match in said.every(rf"\bonly ({COUNT}) of ({N})"):
        counted = (number(match[1]), number(match[2]))
        said.must(counted == (place.above, place.size), f"{match[0]}: {place}")
    share = r"(?P<share>\d+%|all other)(?: of)?(?: the)?(?: (?P<size>\d[\d,]*))?"
    for match in said.every(rf"(?:(?P<side>above|below|higher than for|lower than for) )?{share}"):
        side = (match["side"] or "below").partition(" ")[0].lower()
        said.must(match["side"] or said.has("valued higher"), f"{match[0]}: of what?")
        count = place.below if side in ("above", "higher") else place.above
        actual = 100 * count / place.size
        named = match["share"].lower()
        holds = count == place.size - 1 if named == "all other" else 0 <= actual - number(named) < 1
        said.must(holds, f"{match[0]}: {actual:.1f}%")
        said.must(match["size"] is None or number(match["size"]) == place.size, f"{place.size}")
    said.nouns(case.person.group)
    said.must(said.has("modest|favour|below|lower") is (kind == "low") or kind == "middle"
              or not said.has("modest|favour"), "high or low")  # fmt: skip


@checks("transfer", "fee")
def _transfer(said: Said, case: Case, about: About) -> None:
    person = case.person
    moves = person.latest_moves()
    said.must(moves is not None, "no transfer")
    attempts = []
    for move in () if moves is None else (row for _, row in moves.iterrows()):
        attempt = copy(said)
        attempt.wrong = []
        _one_transfer(attempt, case, about, move)
        attempts.append(attempt)
    best = min(attempts, key=lambda a: len(a.wrong), default=said)
    said.text, said.wrong = best.text, said.wrong + best.wrong


def _one_transfer(said: Said, case: Case, about: About, move: Any) -> None:
    day, value = move["day"], case.person.value
    fee = None if not isinstance(move["transfer_fee"], str) else float(move["transfer_fee"])
    named = {}
    for order in (("to", "from"), ("from", "to")):  # one name may be a part of the other
        attempt = copy(said)
        places = {side: attempt.club(move[f"{side}_club_id"]) for side in order}
        named[attempt.text.count("·")] = attempt.text, places["to"], places["from"]
    said.text, to, from_ = named[max(named)]
    is_whole = about.type.startswith("transfer")
    said.must(not is_whole or (to >= 0 and from_ >= 0), f"{move['from_club_name']} to "
              f"{move['to_club_name']}")  # fmt: skip
    said.must(not is_whole or (from_ < to) is not said.has(r"\bpaid\b"), "direction of the move")
    for month in said.months():
        said.must(month == (day.year, day.month), f"{month}: {day}")
    for match in said.every(rf"({N}) times"):
        high, low = (value, fee) if about.type.endswith("above") else (fee, value)
        said.must(high and low and near(match[1], high / low), f"{match[0]}: {value}, {fee}")
    for match in said.every(
        r"((?:value of|than the|file is) )?(€[\d.,]*\d(?:bn|m|k)?)(?= on file)?"
    ):
        of_value = match[1] and "below" not in said.text
        said.must(
            said.is_money(match[2], value if of_value else fee), f"{match[0]}: {fee}, {value}"
        )
    for match in said.every("less than (half|a third) of|well below|well above"):
        share = {"half": 0.5, "a third": 1 / 3}.get(match[1] or "", 2 / 3)
        said.must(fee and value and fee / value <= share, f"{match[0]}: {fee}, {value}")
    if about.type == "fee.more":
        said.must(fee and value and value < fee, f"{value}, {fee}")
    elif about.type.startswith("fee"):
        is_above = about.type.endswith("above")
        said.must(fee and value and (value > fee) is is_above, f"{value}, {fee}")
        said.must(not is_above or not said.has("loss"), "direction of the value")
