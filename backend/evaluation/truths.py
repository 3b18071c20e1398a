"""True sentences in the words of other people: what a careful analyst writes from a record."""

from collections.abc import Iterator

from ai_service.schemas import Evidence, Sentence
from evaluation.facts import (
    Facts,
    Season,
    cites,
    day,
    iso_money,
    long_money,
    month,
    ordinal,
    rounded,
    several,
    short_money,
    whole,
    word,
)

_RATES = {
    "goals_per_90": "goals per 90",
    "assists_per_90": "assists per 90",
    "yellow_cards_per_90": "yellow cards per 90",
}
_COUNTS = {"goals": "goal", "assists": "assist", "yellow_cards": "yellow card"}
_ROLES = {
    "Goalkeeper": "goalkeeper", "Centre-Back": "centre-back", "Left-Back": "left-back",
    "Right-Back": "right-back", "Defensive Midfield": "defensive midfielder",
    "Central Midfield": "central midfielder", "Attacking Midfield": "attacking midfielder",
    "Left Midfield": "left midfielder", "Right Midfield": "right midfielder",
    "Left Winger": "left winger", "Right Winger": "right winger",
    "Second Striker": "second striker", "Centre-Forward": "centre-forward",
}  # fmt: skip
_LEVEL = 10  # percent: less is no rise and no fall


def sentences(facts: Facts) -> list[Sentence]:
    """Every template that the evidence can fill."""
    found: list[Sentence] = []
    for template in (_who, _terms, _peak, _value, _course, _career, _trends, _moves):
        found += template(facts)
    for season in facts.seasons:
        found += _season(facts, season)
        found += _ranks(facts, season)
    for later, earlier in zip(facts.seasons, facts.seasons[1:], strict=False):
        found += _from_season_to_season(later, earlier)
    return found


def _who(facts: Facts) -> Iterator[Sentence]:
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
                yield cites(f"{name}, {age}, is a {role} at {club}.", "age", "sub_position", "club")
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
        yield cites(f"The present club is {club}, in {league}.", "club", "league")
    if facts.has("date_of_birth"):
        born = day(facts.text("date_of_birth"))
        yield cites(f"{name} was born on {born}.", "date_of_birth")


def _terms(facts: Facts) -> Iterator[Sentence]:
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
            f"{facts.name} is under contract at {facts.text('club')} until {day(until)}.",
            "club", "contract.until",
        )  # fmt: skip
    if left > 12:  # noqa: PLR2004
        yield cites("The contract does not end within a year.", "contract.months_left")


def _peak(facts: Facts) -> Iterator[Sentence]:
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


def _value(facts: Facts) -> Iterator[Sentence]:
    if facts.has("value.now"):
        now = facts.number("value.now")
        if now:
            yield cites(f"The market value stands at {short_money(now)}.", "value.now")
            yield cites(f"{facts.name} is valued at {long_money(now)}.", "value.now")
            yield cites(f"The record puts the value at {iso_money(now)}.", "value.now")
    if facts.has("value.now", "value.highest"):
        now, high = facts.number("value.now"), facts.number("value.highest")
        if 0 < now < high:
            yield cites(
                f"The value has come down from a high of {short_money(high)} to "
                f"{short_money(now)}.", "value.now", "value.highest",
            )  # fmt: skip
            yield cites(f"At its highest the value was {long_money(high)}.", "value.highest")
    if facts.has("value.share_of_highest", "value.now", "value.highest"):
        share = rounded(facts.number("value.share_of_highest"))
        if 0 < int(share) < 100:  # noqa: PLR2004
            yield cites(
                f"The present value is {share} per cent of the highest on record.",
                "value.share_of_highest", "value.now", "value.highest",
            )  # fmt: skip
    if facts.has("value.percentile"):
        yield from _value_rank(facts, facts.by_id["value.percentile"])


def _value_rank(facts: Facts, rank: Evidence) -> Iterator[Sentence]:
    assert rank.cohort is not None
    percentile, size = facts.number(rank.id), whole(rank.cohort.size)
    who = rank.cohort.definition
    yield cites(
        f"The market value ranks at the {ordinal(percentile)} percentile of {who}.", rank.id
    )
    yield cites(
        f"By market value that is the {ordinal(percentile)} percentile among {size} {who}.", rank.id
    )
    for text in _band(percentile):
        yield cites(f"The market value is {text} of {size} {who}.", rank.id)


def _band(percentile: float) -> Iterator[str]:
    for bound, name in ((90, "top tenth"), (75, "top quarter")):
        if percentile >= bound:
            yield f"in the {name}"
        if percentile <= 100 - bound:
            yield f"in the {name.replace('top', 'bottom')}"


def _course(facts: Facts) -> Iterator[Sentence]:
    spans = {"12m": "twelve months", "24m": "two years", "36m": "three years"}
    for key, span in spans.items():
        ids = (f"value.change_{key}", f"value.{key}", "value.latest")
        if not facts.has(*ids):
            continue
        change, then, latest = (facts.number(identity) for identity in ids)
        if abs(change) < _LEVEL:
            continue
        verb, past = ("rose", "up") if change > 0 else ("fell", "down")
        percent = rounded(abs(change))
        yield cites(
            f"Over {span} the market value {verb} from {short_money(then)} to "
            f"{short_money(latest)}.", *ids,
        )  # fmt: skip
        yield cites(f"The valuation is {past} {percent} per cent over {span}.", *ids)


def _career(facts: Facts) -> Iterator[Sentence]:
    ids = ("career.games", "career.goals", "career.assists", "career.minutes")
    if not facts.has(*ids) or not facts.number("career.games"):
        return
    games, goals, assists, minutes = (facts.number(identity) for identity in ids)
    counts = f"{several(goals, 'goal')} and {several(assists, 'assist')}"
    yield cites(
        f"Over all games on record there are {counts} in {several(games, 'game')}.", *ids[:3]
    )
    yield cites(f"{facts.name} has played {whole(minutes)} minutes on record.", "career.minutes")


def _trends(facts: Facts) -> Iterator[Sentence]:
    names = {"minutes": "minutes", "goals_per_90": "goals per 90",
             "assists_per_90": "assists per 90"}  # fmt: skip
    verbs = {"rising": ("are rising", "have gone up"), "falling": ("are falling", "have gone down")}
    for key, noun in names.items():
        identity = f"trend.{key}"
        if facts.has(identity):
            for verb in verbs.get(facts.text(identity), ()):
                yield cites(f"The player's {noun} {verb} over the latest seasons.", identity)


def _moves(facts: Facts) -> Iterator[Sentence]:
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


def _season(facts: Facts, season: Season) -> Iterator[Sentence]:
    figures, period, name = season.figures, season.period, facts.name
    games, minutes = figures["games"], figures["minutes"]
    goals, assists = figures["goals"], figures["assists"]
    cards = figures["yellow_cards"]
    of = season.id
    yield cites(
        f"{name} played {several(games, 'game')} and {whole(minutes)} minutes in {period}.",
        of("games"), of("minutes"),
    )  # fmt: skip
    yield cites(
        f"In {period} the record shows {several(goals, 'goal')} and {several(assists, 'assist')}.",
        of("goals"), of("assists"),
    )  # fmt: skip
    yield cites(f"{name} scored {several(goals, 'goal', words=True)} in {period}.", of("goals"))
    yield cites(
        f"{several(assists, 'assist')} came in {several(games, 'game')} in {period}.",
        of("assists"), of("games"),
    )  # fmt: skip
    yield cites(
        f"There were {several(cards, 'yellow card')} in {period}."
        if cards != 1
        else f"There was 1 yellow card in {period}.",
        of("yellow_cards"),
    )
    if not figures["red_cards"]:
        yield cites(f"{name} was not sent off in {period}.", of("red_cards"))
        yield cites(f"No red card is on record for {period}.", of("red_cards"))
    if goals == 12:  # noqa: PLR2004
        yield cites(f"{name} scored a dozen goals in {period}.", of("goals"))
    for key, noun in _RATES.items():
        if key in figures:
            rate = rounded(figures[key], "0.01")
            yield cites(f"That is {rate} {noun} minutes in {period}.", of(key))
            yield cites(f"In {period} {name} averaged {rate} {noun}.", of(key))


def _ranks(facts: Facts, season: Season) -> Iterator[Sentence]:
    for name, rank in season.ranks.items():
        metric = name.rpartition(".")[0]
        noun = _RATES.get(metric) or {"minutes": "minutes", "games": "games"}.get(metric)
        if noun is None or rank.cohort is None or not isinstance(rank.value, int | float):
            continue
        who, size = rank.cohort.definition, whole(rank.cohort.size)
        place = ordinal(rank.value)
        yield cites(f"For {noun} {facts.name} ranks at the {place} percentile of {who}.", rank.id)
        yield cites(
            f"The player's {noun} in {season.period} stand at the {place} percentile "
            f"among {size} {who}.", rank.id,
        )  # fmt: skip
        for band in _band(rank.value):
            yield cites(f"{noun} are {band} of {size} {who}.", rank.id)


def _from_season_to_season(later: Season, earlier: Season) -> Iterator[Sentence]:
    for key, noun in _COUNTS.items():
        was, now = earlier.figures[key], later.figures[key]
        if was == now:
            continue
        ids = (later.id(key), earlier.id(key))
        verb = "rose" if now > was else "fell"
        yield cites(
            f"{noun}s {verb} from {word(was).replace('no', '0')} in {earlier.period} to "
            f"{word(now).replace('no', '0')} in {later.period}.", *ids,
        )  # fmt: skip
        more = "more" if now > was else "fewer"
        yield cites(
            f"{several(now, noun)} in {later.period} are {more} than the {whole(was)} of "
            f"{earlier.period}."
            if now != 1
            else f"1 {noun} in {later.period} is {more} than the {whole(was)} of {earlier.period}.",
            *ids,
        )
