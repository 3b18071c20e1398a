"""Where a player's figures stand among players of the position, by exact counts."""

from collections.abc import Iterator, Sequence

from ai_service.claims import seasons
from ai_service.claims.facts import Facts, Rank, Season, full
from ai_service.claims.model import Claim
from ai_service.claims.positions import is_ignored
from ai_service.schemas import Polarity

# The bands of a place: the smallest share of the cohort that holds the player.
BANDS = ((0.01, "top_1"), (0.05, "top_5"), (0.1, "top_10"), (0.25, "top_25"))
_TOP, _MIDDLE = 0.25, 0.5
_TIED = 0.05  # so many players level with one make a place meaningless
_OUTSTANDING = ("first", "top_1", "top_5", "top_10")
_RUN = 3
_REMARKABLE = 0.4  # the least a place among the very best counts, whatever the position
_QUARTERS = 4  # fewer players have no best quarter
_WEIGHTS = {"first": 1.0, "top_1": 0.97, "top_5": 0.93, "top_10": 0.86, "top_25": 0.7}


def claims(facts: Facts) -> Iterator[Claim]:
    """The places in the judged season, those of its league, and runs of good places."""
    season = facts.judged
    if season is None:
        return
    for rank in season.ranks.values():
        yield from _rank(facts, season, rank)
    for rank in season.league_ranks.values():
        yield from _in_league(facts, season, rank)
    yield from _shots_faced(season)
    for series in facts.series:
        yield from _runs(facts, series)


def band(rank: Rank) -> str:
    """`first`, `top_1` to `top_25`, `above`, `below`, `bottom_25` to `bottom_1`, or `last`.

    Ties count against a place among the best and against one among the worst.
    """
    if rank.better == 0 and rank.level == 1:
        return "first"
    if rank.worse == 0 and rank.level == 1:
        return "last"
    for share, name in BANDS:
        if rank.worst_place <= share:
            return name
        if (rank.worse + rank.level) / rank.size <= share:
            return name.replace("top", "bottom")
    return "above" if rank.middle >= _MIDDLE else "below"


def is_top(name: str) -> bool:
    """Whether a band is within the best quarter."""
    return name == "first" or name.startswith("top")


def is_bottom(name: str) -> bool:
    """Whether a band is within the worst quarter."""
    return name == "last" or name.startswith("bottom")


def means_something(rank: Rank) -> bool:
    """Whether a place says something: not a tie, not of nothing, not about the team."""
    tied = rank.level > max(1, _TIED * rank.size)
    return not (tied or is_ignored(rank.metric) or not rank.value or rank.size < _QUARTERS)


def args(season: Season, rank: Rank) -> dict[str, object]:
    """What the phrases of a place say."""
    return {
        **seasons.of(season),
        "figure": (rank.metric, rank.value, rank.is_rate),
        "metric": rank.metric,
        "cohort": rank.cohort.position_name,
        "league": rank.cohort.league,
        "size": rank.size,
        "place": rank.better + 1,
        "better": rank.better,
        "level": rank.level,
        "worse": rank.worse,
        "band": band(rank),
        "incomplete": season.is_incomplete,
    }


def _rank(facts: Facts, season: Season, rank: Rank) -> Iterator[Claim]:
    words, found = facts.words(rank.metric), facts.profile
    if rank.metric == "minutes":
        if rank.value:
            yield from _minutes(season, rank)
        return
    if not means_something(rank) or found is None:
        return
    where, share = band(rank), facts.importance(rank.metric)
    if where in ("first", "top_1", "top_5"):
        share = max(share, _REMARKABLE)
    polarity: Polarity = "neutral"
    if words.better == "neither":
        kind = "rank.style"
    elif is_top(where):
        kind = "rank.top"
        is_wanted = found.counts(rank.metric, words.group) or where in _OUTSTANDING
        polarity = "for" if is_wanted and words.group != "discipline" else "neutral"
    elif is_bottom(where):
        kind, polarity = "rank.bottom", "against" if facts.is_core(rank.metric) else "neutral"
    else:
        kind = "rank.middle"
    strength = _WEIGHTS.get(where.replace("bottom", "top").replace("last", "first"), 0.35)
    weight = 100 * strength * (0.35 + 0.65 * share) * (1 if words.headline else 0.93)
    if not rank.is_rate and words.unit != "%":
        weight *= 0.85  # ratios of small numbers
    if polarity == "neutral":
        weight *= 0.8 if rank.metric == found.key else 0.45
    yield Claim(
        f"rank.{seasons.key(season)}.{rank.metric}", kind, "performance",
        {**args(season, rank), "better_is": words.better}, rank.evidence,
        polarity=polarity, weight=round(weight, 1), about=rank.metric,
    )  # fmt: skip


def _minutes(season: Season, rank: Rank) -> Iterator[Claim]:
    top, bottom = is_top(band(rank)), is_bottom(band(rank))
    yield Claim(
        f"rank.{seasons.key(season)}.minutes",
        "minutes.top" if top else "minutes.bottom" if bottom else "minutes.middle",
        "playing_time", args(season, rank), rank.evidence,
        polarity="for" if top else "against" if bottom else "neutral",
        weight=58 if top or bottom else 15, about="minutes",
    )  # fmt: skip


def _in_league(facts: Facts, season: Season, rank: Rank) -> Iterator[Claim]:
    """The place within the league, where the place in the position means something too."""
    of_position = season.ranks.get(rank.metric)
    if of_position is None or rank.metric == "minutes":
        return
    says = means_something(rank) and means_something(of_position)
    if not (says and facts.is_judged(rank.metric)):
        return
    where, wide = band(rank), band(of_position)
    if is_top(where) and is_top(wide):
        yield Claim(
            f"league.{seasons.key(season)}.{rank.metric}", "league.top", "performance",
            args(season, rank), rank.evidence, polarity="for", weight=35, about=rank.metric,
        )  # fmt: skip
    elif is_top(wide) and not is_top(where):
        yield Claim(
            f"league.{seasons.key(season)}.{rank.metric}", "league.lower", "performance",
            args(season, rank), rank.evidence, polarity="against", weight=45, about=rank.metric,
        )  # fmt: skip


def _shots_faced(season: Season) -> Iterator[Claim]:
    """A goalkeeper's figures depend on the shots the defence allows."""
    rank = season.ranks.get("shots_on_target_faced")
    if rank is None or not rank.value:
        return
    few, many = rank.better / rank.size >= 1 - _TOP, rank.worse / rank.size >= 1 - _TOP
    if few or many:
        yield Claim(
            f"faced.{seasons.key(season)}", "faced.few" if few else "faced.many", "performance",
            args(season, rank), rank.evidence, weight=57, about="shots_on_target_faced",
        )  # fmt: skip


def _runs(facts: Facts, series: Sequence[Season]) -> Iterator[Claim]:
    """Good (or bad) places in each of the latest full seasons of a provider."""
    full_seasons = list(full(series))
    if len(full_seasons) < _RUN:
        return
    for metric in full_seasons[-1].ranks:
        if metric == "minutes" or not facts.is_judged(metric):
            continue
        for kind, test in (("run.top", is_top), ("run.bottom", is_bottom)):
            run: list[tuple[Season, Rank]] = []
            for season in reversed(full_seasons):
                rank = season.ranks.get(metric)
                if rank is None or not means_something(rank) or not test(band(rank)):
                    break
                if run and run[-1][0].year != season.year + 1:
                    break
                run.append((season, rank))
            if len(run) >= _RUN:
                yield _run(run, kind=kind, facts=facts)


def _run(run: Sequence[tuple[Season, Rank]], *, kind: str, facts: Facts) -> Claim:
    seasons_of, ranks = zip(*run, strict=True)
    shares = [r.worst_place if kind == "run.top" else (r.worse + r.level) / r.size for r in ranks]
    share, _ = next(b for b in BANDS if max(shares) <= b[0])
    last, first, metric = seasons_of[0], seasons_of[-1], ranks[0].metric
    rates = [rank.value for rank in ranks]
    extra = min(len(run), 6) + (5 if share <= 0.1 else 0)  # noqa: PLR2004
    return Claim(
        f"{kind}.{last.series}.{metric}",
        kind, "performance",
        {"metric": metric, "seasons": len(run), "is_year": last.is_year, "first": first.period,
         "last": last.period, "provider": last.provider, "share": share,
         "cohort": ranks[0].cohort.position_name,
         "low": (metric, min(rates), ranks[0].is_rate),
         "high": (metric, max(rates), ranks[0].is_rate)},
        tuple(id_ for rank in ranks for id_ in rank.evidence),
        polarity="for" if kind == "run.top" else "against",
        weight=round(55 + 30 * facts.importance(metric) + extra, 1), about=metric,
    )  # fmt: skip
