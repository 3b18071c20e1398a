"""Who the player is, on what terms, before or past the peak, and where from."""

from collections.abc import Iterator

from ai_service.schemas import Sentence
from evaluation.facts import Facts, cites, day, month, several, short_money, whole

_ROLES = {
    "Goalkeeper": "goalkeeper", "Centre-Back": "centre-back", "Left-Back": "left-back",
    "Right-Back": "right-back", "Defensive Midfield": "defensive midfielder",
    "Central Midfield": "central midfielder", "Attacking Midfield": "attacking midfielder",
    "Left Midfield": "left midfielder", "Right Midfield": "right midfielder",
    "Left Winger": "left winger", "Right Winger": "right winger",
    "Second Striker": "second striker", "Centre-Forward": "centre-forward",
}  # fmt: skip


def who(facts: Facts) -> Iterator[Sentence]:
    name = facts.name
    if facts.has("age"):
        age = whole(facts.number("age"))
        yield cites(f"{name} is {age} years old.", "age")
        yield cites(f"{name} is aged {age}.", "age")
        if facts.has("sub_position") and facts.text("sub_position") in _ROLES:
            role = _ROLES[facts.text("sub_position")]
            yield cites(f"The {age}-year-old is a {role}.", "age", "sub_position")
            if facts.has("club"):
                club = facts.text("club")
                yield cites(
                    f"{name}, {age}, is a {role} on record at {club}.",
                    "age",
                    "sub_position",
                    "club",
                )
    if facts.has("height"):
        height = int(facts.number("height"))
        yield cites(f"{name} stands {height / 100:.2f} m tall.", "height")
        yield cites(f"The record gives a height of {height} cm.", "height")
    if facts.has("foot") and facts.text("foot") != "both":
        foot = facts.text("foot")
        yield cites(f"The preferred foot is the {foot}.", "foot")
        yield cites(f"{name} is {foot}-footed.", "foot")
    if facts.has("country"):
        yield cites(f"The country on record is {facts.text('country')}.", "country")
    if facts.has("club", "league"):
        club, league = facts.text("club"), facts.text("league")
        yield cites(f"The club on record is {club}, in {league}.", "club", "league")
    if facts.has("date_of_birth"):
        born = day(facts.text("date_of_birth"))
        yield cites(f"{name} was born on {born}.", "date_of_birth")


def terms(facts: Facts) -> Iterator[Sentence]:
    if not facts.has("contract.until", "contract.months_left"):
        return
    until, left = facts.text("contract.until"), facts.number("contract.months_left")
    if left < 1:
        return
    yield cites(f"The contract runs out on {day(until)}.", "contract.until")
    yield cites(f"Terms at the club end in {month(until)}.", "contract.until")
    yield cites(
        f"There are {several(left, 'month', words=True)} left on the contract."
        if left > 1
        else "There is one month left on the contract.",
        "contract.months_left",
    )
    if facts.has("club"):
        yield cites(
            f"The record holds a contract at {facts.text('club')} until {day(until)}.",
            "club", "contract.until",
        )  # fmt: skip
    if left > 12:  # noqa: PLR2004
        yield cites("The contract does not end within a year.", "contract.months_left")


def peak(facts: Facts) -> Iterator[Sentence]:
    if not facts.has("age", "peak.from", "peak.to", "peak.distance"):
        return
    ids = ("age", "peak.from", "peak.to", "peak.distance")
    first, last = whole(facts.number("peak.from")), whole(facts.number("peak.to"))
    age, distance = whole(facts.number("age")), facts.number("peak.distance")
    if distance == 0:
        yield cites(
            f"At {age}, {facts.name} is within the usual peak years of the position, "
            f"{first} to {last}.", *ids,
        )  # fmt: skip
    elif distance < 0:
        away = several(-distance, "year", words=True)
        yield cites(f"At {age}, {facts.name} is {away} short of the usual peak years.", *ids)
    else:
        away = several(distance, "year", words=True)
        yield cites(f"At {age}, {facts.name} is {away} past the usual peak years.", *ids)


def moves(facts: Facts) -> Iterator[Sentence]:
    ids = ("transfer.1.from", "transfer.1.to", "transfer.1.day")
    if not facts.has(*ids):
        return
    old, new, when = (facts.text(identity) for identity in ids)
    if {old, new} & {"Retired", "Without Club"}:
        return
    yield cites(f"The latest transfer was from {old} to {new} on {day(when)}.", *ids)
    yield cites(f"{facts.name} joined {new} from {old} in {month(when)}.", *ids)
    if facts.has("transfer.1.fee") and facts.number("transfer.1.fee"):
        fee = facts.number("transfer.1.fee")
        yield cites(
            f"{facts.name} moved from {old} to {new} for {short_money(fee)}.",
            "transfer.1.from", "transfer.1.to", "transfer.1.fee",
        )  # fmt: skip
