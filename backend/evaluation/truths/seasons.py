"""What the player did: each period, its ranks, one beside the next, and the whole."""

from collections.abc import Iterator

from ai_service.schemas import Sentence
from evaluation.facts import Facts, Season, band, cites, ordinal, rounded, several, whole, word

_RATES = {
    "goals_per_90": "goals per 90",
    "assists_per_90": "assists per 90",
    "yellow_cards_per_90": "yellow cards per 90",
}
_COUNTS = {"goals": "goal", "assists": "assist", "yellow_cards": "yellow card"}


def season(facts: Facts, season: Season) -> Iterator[Sentence]:
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


def ranks(facts: Facts, season: Season) -> Iterator[Sentence]:
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
        for place in band(rank.value):
            yield cites(f"{noun} are {place} of {size} {who}.", rank.id)


def step(later: Season, earlier: Season) -> Iterator[Sentence]:
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


def career(facts: Facts) -> Iterator[Sentence]:
    ids = ("career.games", "career.goals", "career.assists", "career.minutes")
    if not facts.has(*ids) or not facts.number("career.games"):
        return
    games, goals, assists, minutes = (facts.number(identity) for identity in ids)
    counts = f"{several(goals, 'goal')} and {several(assists, 'assist')}"
    yield cites(
        f"Over all games on record there are {counts} in {several(games, 'game')}.", *ids[:3]
    )
    yield cites(f"{facts.name} has played {whole(minutes)} minutes on record.", "career.minutes")


def trends(facts: Facts) -> Iterator[Sentence]:
    names = {"minutes": "minutes", "goals_per_90": "goals per 90",
             "assists_per_90": "assists per 90"}  # fmt: skip
    verbs = {"rising": ("are rising", "have gone up"), "falling": ("are falling", "have gone down")}
    for key, noun in names.items():
        identity = f"trend.{key}"
        if facts.has(identity):
            for verb in verbs.get(facts.text(identity), ()):
                yield cites(f"The player's {noun} {verb} over the latest seasons.", identity)
