"""The grounds of the verdict, the terms of a move, and what to get before a decision."""

from collections.abc import Iterator

from ai_service import assessment, evidence_values
from ai_service.dossier_index import Season
from ai_service.formatting import day, listing, plural, whole
from ai_service.phrasing import cohort_words
from ai_service.schemas import Evidence
from ai_service.writer import person, ranks
from ai_service.writer.case import Case, Line

_LAST_YEAR = 12  # months
_OPENINGS = {
    "sign": ("The record supports signing the player", "The figures support a signing"),
    "monitor": (
        "The record supports watching the player further, not yet signing",
        "The figures support further watching, not yet a signing",
    ),
    "reject": (
        "The record speaks against signing the player",
        "The figures speak against a signing",
    ),
    "insufficient_evidence": (
        "The record supports neither a signing nor a refusal",
        "Neither a signing nor a refusal is supported by the record",
    ),
}
_UNMEASURED = {
    "Goalkeeper": "goalkeeping (saves, goals conceded)",
    "Defender": "tackling or heading",
    "Midfielder": "tackling or heading",
}


def lines(case: Case) -> Iterator[Line]:
    """Why this verdict, on how much, at what terms, and what is to be found out."""
    if case.facts.is_retired:
        yield case.say(
            ["status"],
            "The record says that the player has retired, so there is no transfer to consider",
            "According to the record the player has retired, so no transfer is to be considered",
        )
        return
    yield _ground(case)
    yield from _unmeasured(case)
    yield from _amount(case)
    if case.found.long_past_peak and case.found.is_fresh:
        yield from _past_peak(case)
    if case.verdict in ("sign", "monitor"):
        yield from _against(case)
        yield from _agent(case)
    if case.verdict != "reject":
        yield from _terms(case)
        yield _next(case)


def _ground(case: Case) -> Line:
    """The verdict in a sentence with the evidence that decides it."""
    season = case.found.season
    opening = _OPENINGS[case.verdict]
    if season is None:
        return _nothing_to_judge(case)
    if not case.found.is_fresh:
        newest = case.facts.full_seasons[0]  # the one judged, or one without ranks
        reason = f"{ranks.named(newest)} is the newest season with minutes enough to judge"
        ids = [f"season.{newest.year}.minutes"]
    elif case.facts.position is None:
        reason, ids = "the position is not on record", []
    elif ranked := case.found.core or _minutes(case):
        reason, ids = _figures(season, ranked)
    else:
        reason = "there are too few players to compare with"
        ids = [season.unranked.id] if season.unranked else []
    return case.say(ids, *(f"{words}: {reason}" for words in opening))


def _nothing_to_judge(case: Case) -> Line:
    opening, ids = _OPENINGS[case.verdict], list[str]()
    reason = "it holds no performance data"
    if case.facts.seasons:
        reason, ids = ranks.too_few(case, case.facts.seasons[0])
        return case.say(ids, *(f"{words}: {reason}" for words in opening))
    return case.say(ids, f"{opening[0]}: {reason}")


def _minutes(case: Case) -> dict[str, Evidence]:
    """The rank of the minutes, where no other may decide."""
    item = None if ranks.core(case) else case.found.minutes
    return {"minutes": item} if item else {}


def _figures(season: Season, ranked: dict[str, Evidence]) -> tuple[str, list[str]]:
    """Figures with their ranks, and whom they are compared with."""
    ids, parts, places, rank = list[str](), list[str](), list[str](), " rank"
    for metric, item in ranked.items():
        figure, _, more = ranks.figure_of(season, metric)
        parts.append(f"{figure}{rank} {ranks.band_of(item)}")
        places.append(f"{figure}{rank} {ranks.place_of(item)}")
        ids, rank = [*ids, *more, item.id], ""
    cohorts = [item.cohort for item in ranked.values()]
    cohort = cohorts[0]
    if cohort is None or any(other != cohort for other in cohorts):
        return listing(places), ids
    return f"{listing(parts)} of {cohort_words(cohort)}", ids


def _unmeasured(case: Case) -> Iterator[Line]:
    position = case.facts.position
    if case.found.season and position and not ranks.core(case):
        kind = _UNMEASURED[position]
        yield case.say(
            ["position"],
            f"Minutes alone do not support a signing: the record holds no figures of {kind}",
            f"Minutes alone do not support a signing, and the record holds no figures of {kind}",
        )


def _amount(case: Case) -> Iterator[Line]:
    """On how much the verdict rests."""
    season = case.found.season
    if season is None or not case.found.is_fresh:
        return
    start, minutes = f"season.{season.year}.minutes", plural(season.minutes, "minute")
    seasons, total = case.facts.number("career.seasons"), case.facts.number("career.minutes")
    if seasons and seasons > 1 and total:
        yield case.say(
            [start, "career.seasons", "career.minutes"],
            f"This rests on {minutes} in {ranks.named(season)}, of {plural(total, 'minute')} over "
            f"{ranks.spans(case.facts, int(seasons))} on record",
        )
    else:
        yield case.say([start], f"This rests on {minutes} in {ranks.named(season)} alone")


def _against(case: Case) -> Iterator[Line]:
    """The weightiest point against, where the verdict is for the player."""
    season = case.found.season
    for metric in ("minutes", "yellow_cards_per_90"):
        item = assessment.rank(season, metric) if season else None
        value = evidence_values.number(item)
        if season is None or item is None or value is None:
            continue
        if value < ranks.POOR if metric == "minutes" else value >= ranks.GOOD:
            figure, _, ids = ranks.figure_of(season, metric)
            yield case.say(
                [*ids, item.id],
                f"Against this stand {figure}, {ranks.place_of(item)}",
                f"What counts against it: {figure}, {ranks.place_of(item)}",
            )
            return


def _past_peak(case: Case) -> Iterator[Line]:
    """That age raised the bar."""
    facts = case.facts
    years, first, last = person.age(facts), facts.number("peak.from"), facts.number("peak.to")
    if years and first is not None and last is not None:
        span = f"{whole(first)} to {whole(last)}"
        yield case.say(
            ["age", "peak.from", "peak.to"],
            f"Age counts against it: the player is {years} years old, and the usual peak ages of "
            f"the position are {span}",
            f"The age of {years} counts against it, with usual peak ages of {span} for the "
            "position",
        )


def _terms(case: Case) -> Iterator[Line]:
    """What the contract means for when and with whom to talk."""
    facts = case.facts
    until, left = facts.day("contract.until"), facts.number("contract.months_left")
    if facts.status == "free_agent":
        yield case.say(
            ["status"],
            "No transfer fee is due for a free agent",
            "The player is a free agent, so no transfer fee is due",
        )
    elif until is None or until < facts.as_of:
        return
    elif left is not None and left < _LAST_YEAR:
        yield case.say(
            ["contract.until", "contract.months_left"],
            f"After {day(until)}, when the contract ends, no transfer fee is due",
            f"The contract ends on {day(until)}, after which no transfer fee is due",
        )
    else:
        yield case.say(
            ["contract.until"],
            f"A transfer before {day(until)} needs the club's agreement, and no asking price is on "
            "record",
        )


def _agent(case: Case) -> Iterator[Line]:
    agent = case.facts.text("agent")
    if agent:
        yield case.say(["agent"], f"The agent on record is {agent}")


def _next(case: Case) -> Line:
    wanted = ["a scout's own report (live or on video)"]
    if case.found.season is None or not case.found.is_fresh:
        wanted = ["minutes and match data of a full season", *wanted]
    if not case.facts.items:
        wanted = ["the player's birth date, position and club", *wanted]
    if case.facts.is_minor:
        wanted.append("advice on the rules for minors")
    return case.say([], f"Before a decision, get {listing(wanted)}")
