"""Sentences on a season's figures: their rank, their trend, and minutes too few to judge."""

from collections.abc import Callable, Iterator

from ai_service import evidence_values
from ai_service.assessment import rank
from ai_service.dossier_index import DossierIndex, Season
from ai_service.formatting import in_period, listing, named_period, plural, rate, whole
from ai_service.phrasing import (
    METRICS,
    TRENDS,
    cohort_words,
    count_words,
    in_words,
    percentile,
    percentile_bands,
)
from ai_service.positions import core_metrics, extra_metrics
from ai_service.schemas import Evidence
from ai_service.writer.case import Case, Line

GOOD, POOR = 75, 25
_RATE_OF_NOUGHT = "0.00 "
CARDS = ("yellow_cards_per_90", "red_cards_per_90")


def named(season: Season) -> str:
    """`2025/26`; `the year 2025`."""
    return named_period(season.period)


def spans(facts: DossierIndex, number: int) -> str:
    """So many seasons, or calendar years."""
    kinds = {"/" in season.period for season in facts.seasons}
    if len(kinds) > 1:
        return plural(number, "period")
    return plural(number, "season" if True in kinds else "calendar year")


def counts(case: Case) -> tuple[str, ...]:
    """The counts worth telling of a player: a goalkeeper's goals are not."""
    play = ("games", "minutes")
    return play if case.facts.position == "Goalkeeper" else (*play, "goals", "assists")


def core(case: Case) -> tuple[str, ...]:
    """The metrics by which the player may be judged."""
    return core_metrics(case.facts.position, case.facts.sub_position)


def good(case: Case) -> Iterator[Line]:
    """The ranks to a player's credit, in the position and in the league."""
    extra = extra_metrics(case.facts.position, case.facts.sub_position)
    yield from _chosen(case, (*core(case), *extra, "minutes"), lambda value: value >= GOOD)
    yield from _chosen(case, CARDS, lambda value: value <= POOR)


def poor(case: Case) -> Iterator[Line]:
    """The ranks that count against a player. A single red card does not."""
    yield from _chosen(case, (*core(case), "minutes"), lambda value: value < POOR)
    sent_off = case.found.season and case.found.season.number("red_cards")
    cards = CARDS if sent_off and sent_off > 1 else CARDS[:1]
    yield from _chosen(case, cards, lambda value: value >= GOOD)


def middling(case: Case) -> Iterator[Line]:
    """The core ranks that are neither, in the position alone; all of them once they are old, when
    they speak neither for nor against the player."""
    season = case.found.season
    for metric, item in case.found.core.items():
        value = evidence_values.number(item)
        if season is None or value is None:
            continue
        if not case.found.is_fresh or POOR <= value < GOOD:
            yield ranking(case, season, metric, item)


def _chosen(
    case: Case, metrics: tuple[str, ...], wanted: Callable[[float], bool]
) -> Iterator[Line]:
    season = case.found.season
    if season is None or not case.found.is_fresh:
        return
    for metric in metrics:
        main = rank(season, metric)
        league = season.items.get(f"{metric}.league")
        for item in (main, None if league is main else league):
            value = evidence_values.number(item)
            if item is None or value is None or not wanted(value):
                continue
            say = ranking if item is main else _within_league
            yield say(case, season, metric, item)


def ranking(case: Case, season: Season, metric: str, item: Evidence) -> Line:
    """A figure of a season, from what it comes, and its rank. The season is in the cohort."""
    figure, source, ids = figure_of(season, metric)
    place = place_of(item)
    if source and figure.startswith(_RATE_OF_NOUGHT):
        return case.say(
            [*ids, item.id],
            f"With {source} ({figure}), the player ranks {place}",
            f"{source} ({figure}) put the player {place}",
        )
    shown = f"{figure} ({source})" if source else figure
    wordings = [f"With {shown}, the player ranks {place}", f"The player's {shown} rank {place}"]
    if metric != "minutes":
        wordings.append(f"At {shown}, the player is {place}")
    return case.say([*ids, item.id], *wordings)


def _within_league(case: Case, season: Season, metric: str, item: Evidence) -> Line:
    figure, _, ids = figure_of(season, metric)
    return case.say(
        [*ids, item.id],
        f"Within the league, {figure} rank {place_of(item)}",
        f"In the league alone, the player's {figure} rank {place_of(item)}",
    )


def figure_of(season: Season, metric: str) -> tuple[str, str, list[str]]:
    """A figure, from what it comes, and the ids of both: `0.70 goals per 90` from `24 goals in
    3,105 minutes`; `0.00 goals per 90` from `no goals in 940 minutes`."""
    start, value = f"season.{season.year}", season.number(metric)
    counted = METRICS[metric.removesuffix("_per_90")]
    if metric == "minutes":
        games, minutes = season.number("games"), plural(season.minutes, "minute")
        if games is None:
            return minutes, "", [f"{start}.minutes"]
        return f"{minutes} in {plural(games, 'game')}", "", [f"{start}.minutes", f"{start}.games"]
    count = season.number(counted.key)
    if value is None:
        return METRICS[metric].plural, "", []
    figure = f"{rate(value)} {METRICS[metric].plural}"
    if count is None:
        return figure, "", [f"{start}.{metric}"]
    ids = [f"{start}.{name}" for name in (metric, counted.key, "minutes")]
    minutes = plural(season.minutes, "minute")
    counts = count_words(count, counted) if count else f"no {counted.plural}"
    return figure, f"{counts} in {minutes}", ids


def band_of(item: Evidence) -> str:
    """`in the top tenth (percentile 93)`."""
    value, bands = evidence_values.number(item), percentile_bands(item.id)
    assert value is not None
    return f"{in_words(value, bands)} ({percentile(value, bands)})"


def place_of(item: Evidence) -> str:
    """`in the top tenth (percentile 93) of 1,180 attacking players with …`."""
    return f"{band_of(item)} of {cohort_words(item.cohort)}" if item.cohort else band_of(item)


def trends(case: Case, *, rising: bool) -> Iterator[Line]:
    """The core figures and the minutes that rise or fall, with the figures of each season."""
    wanted = "rising" if rising else "falling"
    if not case.found.is_fresh:
        return
    extra = extra_metrics(case.facts.position, case.facts.sub_position) if rising else ()
    for metric in (*core(case), *extra, "minutes"):
        identity = f"trend.{metric}"
        if case.facts.text(identity) != wanted:
            continue
        shown, ids = [], [identity]
        for season in _compared(case.facts, metric):
            value = season.number(metric)
            if value is not None:
                figure = whole(value) if metric == "minutes" else rate(value)
                shown.append(f"{figure} {in_period(season.period)}")
                ids.append(f"season.{season.year}.{metric}")
        noun, detail = METRICS[metric].plural, f": {listing(shown)}" if shown else ""
        yield case.say(
            ids,
            f"{noun} are {TRENDS[wanted]}{detail}",
            f"The trend of {noun} is {TRENDS[wanted]}{detail}",
        )


def _compared(facts: DossierIndex, metric: str) -> list[Season]:
    """The seasons of a trend, the earliest first, as its period says: `2023/24 to 2025/26`."""
    first, _, last = (facts.items[f"trend.{metric}"].period or "").partition(" to ")
    seasons = list(facts.seasons) if metric == "minutes" else facts.full_seasons
    periods = [season.period for season in seasons]
    if first not in periods or last not in periods:
        return []
    return seasons[periods.index(last) : periods.index(first) + 1][::-1]


def too_few(case: Case, season: Season) -> Line:
    """That a season's minutes are too few to judge."""
    start, games = f"season.{season.year}", season.number("games")
    played = plural(season.minutes, "minute")
    ids = [f"{start}.minutes"]
    if games is not None:
        played, ids = f"{played} in {plural(games, 'game')}", [*ids, f"{start}.games"]
    verb = "is" if season.minutes == 1 else "are"
    return case.say(ids, f"{played} {in_period(season.period)} {verb} too few to judge")
