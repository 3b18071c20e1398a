"""Dossiers of fictional players for tests, in the shape the backend sends."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from ai_service.claims import enumerate_claims
from ai_service.claims.facts import index
from ai_service.claims.model import Claims
from ai_service.schemas import (
    Brief,
    Cohort,
    Dossier,
    Evidence,
    MetricFloor,
    MetricWords,
    Position,
    Pronoun,
    Standing,
    Unit,
)

AS_OF = date(2026, 11, 1)
RECORD_DAY = date(2026, 10, 15)
MIN_MINUTES = 900
LEAGUE = "Granit Liga"
PROVIDERS = {"transfermarkt": "Transfermarkt", "fbref": "FBref"}

Places = Mapping[str, tuple[int, int, int]]  # above, level (the player included), below
Better = Literal["higher", "lower", "neither"]

_UNITS: dict[str, Unit] = {
    "age": "years",
    "date_of_birth": "date",
    "height": "cm",
    "contract.until": "date",
    "value.now": "eur",
    "value.highest": "eur",
    "value.share_of_highest": "percent",
    "peak.from": "years",
    "peak.to": "years",
    "peak.distance": "years",
}


def _words(
    label: str,
    group: str,
    verb: str,
    singular: str,
    plural: str,
    *,
    better: Better = "higher",
    headline: bool = False,
    unit: str = "",
    decimals: int = 0,
) -> MetricWords:
    return MetricWords(
        label=label, short_label=label, group=group, unit=unit, better=better, decimals=decimals,
        singular=singular, plural=plural, verb=verb, headline=headline,
    )  # fmt: skip


METRICS: dict[str, MetricWords] = {
    "games": _words("Games", "playing_time", "played", "game", "games", headline=True),
    "minutes": _words(
        "Minutes", "playing_time", "played", "minute", "minutes", headline=True, unit="min"
    ),
    "goals": _words("Goals", "shooting", "scored", "goal", "goals", headline=True),
    "assists": _words("Assists", "creation", "provided", "assist", "assists", headline=True),
    "shots": _words("Shots", "shooting", "took", "shot", "shots"),
    "xg": _words(
        "Expected goals (xG)", "shooting", "had", "expected goal", "expected goals", decimals=1
    ),
    "key_passes": _words("Key passes", "creation", "played", "key pass", "key passes"),
    "pass_pct": _words(
        "Pass completion", "passing", "completed", "of passes", "of passes", unit="%", decimals=1
    ),
    "tackles": _words("Tackles", "defending", "made", "tackle", "tackles"),
    "aerials_won": _words("Aerial duels won", "duels", "won", "aerial duel", "aerial duels"),
    "dribbled_past": _words(
        "Dribbled past", "defending", "was beaten by", "dribble", "dribbles", better="lower"
    ),
    "save_pct": _words(
        "Save percentage", "goalkeeping", "saved", "of shots on target", "of shots on target",
        unit="%", decimals=1,
    ),
    "goals_conceded": _words(
        "Goals conceded", "goalkeeping", "conceded", "goal", "goals", better="lower", headline=True
    ),
    "shots_on_target_faced": _words(
        "Shots on target faced", "goalkeeping", "faced", "shot on target", "shots on target",
        better="neither",
    ),
    "crosses_stopped": _words(
        "Crosses stopped", "goalkeeping", "stopped", "cross", "crosses"
    ),
    "runs_out": _words("Runs out", "goalkeeping", "made", "run out", "runs out"),
    "minutes_pct": _words(
        "Share of team minutes", "playing_time", "played", "of the team's minutes",
        "of the team's minutes", unit="%", decimals=1,
    ),
    "penalties_taken": _words(
        "Penalties taken", "shooting", "took", "penalty", "penalties", better="neither"
    ),
    "penalties_scored": _words(
        "Penalties scored", "shooting", "scored", "penalty", "penalties"
    ),
    "long_passes": _words(
        "Long passes", "passing", "played", "long pass", "long passes", better="neither"
    ),
    "yellow_cards": _words(
        "Yellow cards", "discipline", "received", "yellow card", "yellow cards", better="lower",
        headline=True,
    ),
}  # fmt: skip
_NO_RATE = frozenset({"games", "minutes", "minutes_pct", "pass_pct", "save_pct"})


def item(identity: str, value: Any, unit: Unit, **more: Any) -> Evidence:
    """One evidence item; fields not given are empty."""
    empty = {"label": identity, "period": None, "as_of": None, "cohort": None, "note": None}
    return Evidence(**{"source": "record", **empty, **more, "id": identity, "value": value,
                       "unit": unit})  # fmt: skip


def profile(day: date | None = RECORD_DAY, /, **facts: Any) -> list[Evidence]:
    """Items of the record, `contract__until=…` for `contract.until`."""
    found = []
    for name, value in facts.items():
        identity = name.replace("__", ".")
        unit = _UNITS.get(identity, "text")
        found.append(item(identity, value, unit, as_of=day))
    return found


def season(
    year: int,
    figures: Mapping[str, float],
    places: Places | None = None,
    league_places: Places | None = None,
    *,
    provider: str = "transfermarkt",
    main: bool = True,
    span: Literal["season", "year"] = "season",
    position: Position = "Attack",
    detail: str | None = None,
    leagues: int | None = None,
    as_of: date | None = None,
    start: str = "",
) -> list[Evidence]:
    """A season's figures, rates from 900 minutes on, and places in the position and league."""
    period = f"{year}/{(year + 1) % 100:02}" if span == "season" else f"{year:04}"
    start += f"season.{year}" if main else f"{provider}{'.year' if span == 'year' else ''}.{year}"
    common = {"period": period, "provider": provider, "as_of": as_of}
    found = []
    for metric, value in figures.items():
        unit: Unit = "minutes" if metric == "minutes" else "count"
        if METRICS[metric].unit == "%":
            unit = "percent"
        found.append(
            item(f"{start}.{metric}", value, unit, source="seasons", metric=metric, **common)
        )
        if metric not in _NO_RATE and figures["minutes"] >= MIN_MINUTES:
            rate = round(value * 90 / figures["minutes"], 4)
            found.append(
                item(f"{start}.{metric}_per_90", rate, "per 90", source="computed", metric=metric,
                     **common)
            )  # fmt: skip
    for scope, standings in (("position", places or {}), ("league", league_places or {})):
        for metric, counts in standings.items():
            above, level, below = counts
            cohort = Cohort(
                definition=f"players with at least 900 minutes in {period}",
                scope=scope, position=position, sub_position=detail,
                league=LEAGUE if scope == "league" else None,
                period=period, size=sum(counts), left_out=41, leagues=leagues,
            )  # fmt: skip
            rate_id = "" if metric in _NO_RATE else "_per_90"
            found.append(
                item(f"{start}.{metric}{rate_id}.{scope}",
                     round(100 * (below + level / 2) / sum(counts), 1), "percentile",
                     source="computed", cohort=cohort, metric=metric,
                     standing=Standing(above=above, level=level, below=below), **common)
            )  # fmt: skip
    return found


def unranked(year: int, metric: str, *, size: int) -> Evidence:
    """A percentile without a value, as of a cohort that is too small."""
    cohort = Cohort(
        definition="players", scope="position", position="Attack", league=None,
        period=f"{year}/{(year + 1) % 100:02}", size=size, left_out=9,
    )  # fmt: skip
    return item(
        f"season.{year}.{metric}_per_90.position", None, "percentile", source="computed",
        cohort=cohort, period=cohort.period, metric=metric, provider="transfermarkt",
        note=f"Only {size} players.",
    )  # fmt: skip


def age_group(above: int, level: int, below: int, *, position: Position = "Attack") -> Evidence:
    """The place of the market value among players of the position and a similar age."""
    size = above + level + below
    cohort = Cohort(
        definition="players born within two years", scope="age", position=position, league=None,
        period=None, size=size, left_out=88,
    )  # fmt: skip
    standing = Standing(above=above, level=level, below=below)
    return item("value.percentile", round(100 * (below + level / 2) / size, 1), "percentile",
                source="computed", as_of=RECORD_DAY, cohort=cohort, standing=standing)  # fmt: skip


def valuations(latest: int, day: date, **earlier: int) -> list[Evidence]:
    """The latest valuation, and those some months before: `m12=30_000_000`."""
    found = [item("value.latest", latest, "eur", as_of=day, source="valuations")]
    for name, value in earlier.items():
        months = int(name.removeprefix("m"))
        then = date(day.year - months // 12, day.month, min(day.day, 28))
        change = round((latest - value) * 100 / value, 1)
        found.append(
            item(f"value.{months}m", value, "eur", as_of=then, source="valuations")
        )  # fmt: skip
        found.append(
            item(f"value.change_{months}m", change, "percent", as_of=day, source="computed")
        )
    return found


def transfers(*moves: tuple[str, str, str, int | None]) -> list[Evidence]:
    """Transfers, latest first: day, from, to, fee in euros."""
    found = [item("transfers.count", len(moves), "count", source="transfers")]
    for number, (day, old, new, fee) in enumerate(moves, start=1):
        start = f"transfer.{number}"
        found.append(item(f"{start}.day", day, "date", source="transfers"))
        found.append(item(f"{start}.from", old, "text", source="transfers"))
        found.append(item(f"{start}.to", new, "text", source="transfers"))
        if fee is not None:
            found.append(item(f"{start}.fee", fee, "eur", source="transfers"))
    return found


def dossier(
    *evidence: list[Evidence],
    name: str = "Ivo Testarossa",
    day: date = AS_OF,
    pronoun: Pronoun | None = "he",
) -> Dossier:
    """A dossier with the words of the metrics that its evidence names."""
    items = [piece for pieces in evidence for piece in pieces]
    used = {piece.metric for piece in items}
    return Dossier(
        player=name, as_of=day, evidence=items, pronoun=pronoun, providers=PROVIDERS,
        metrics={key: words for key, words in METRICS.items() if key in used},
    )  # fmt: skip


def with_brief(given: Dossier, **fields: Any) -> Dossier:
    """The dossier with a brief; `metrics` as pairs of metric and percentile."""
    floors = [MetricFloor(metric=m, percentile=p) for m, p in fields.pop("metrics", [])]
    brief = Brief(**fields, metrics=floors)
    words = given.metrics | {floor.metric: METRICS[floor.metric] for floor in floors}
    return given.model_copy(update={"brief": brief, "metrics": words})


def claims_of(given: Dossier) -> Claims:
    """Every claim about the player."""
    return enumerate_claims(index(given))


def person(**changes: Any) -> list[Evidence]:
    """The record of a centre-forward of 24 with a club; None leaves a fact out."""
    facts = {
        "age": 24, "country": "Norway", "status": "active", "position": "Attack",
        "sub_position": "Centre-Forward", "foot": "left", "height": 187,
        "club": "Heronmoor Rovers", "league": LEAGUE, "contract__until": "2028-06-30",
        "value__now": 45_000_000, "value__highest": 50_000_000, "value__share_of_highest": 90.0,
        "peak__from": 24, "peak__to": 28, "peak__distance": 0,
    } | changes  # fmt: skip
    return profile(**{name: value for name, value in facts.items() if value is not None})


def striker() -> Dossier:
    """A centre-forward of 24 with three full seasons and a place among the best scorers."""
    detail = "Centre-Forward"
    items = person()
    items += valuations(45_000_000, date(2026, 6, 10), m12=30_000_000, m24=12_000_000)
    items.append(age_group(30, 1, 900))
    items += season(2023, {"games": 30, "minutes": 2400, "goals": 11, "assists": 5},
                    {"goals": (30, 1, 81), "minutes": (50, 1, 61)}, detail=detail)  # fmt: skip
    items += season(2024, {"games": 31, "minutes": 2310, "goals": 14, "assists": 5},
                    {"goals": (19, 1, 92), "assists": (70, 1, 41)}, detail=detail)  # fmt: skip
    items += season(
        2025, {"games": 38, "minutes": 3105, "goals": 24, "assists": 7, "yellow_cards": 9},
        {"goals": (7, 1, 112), "assists": (50, 1, 69), "minutes": (9, 1, 110),
         "yellow_cards": (12, 3, 105)},
        {"goals": (1, 1, 14)}, detail=detail, leagues=12,
    )  # fmt: skip
    items += season(
        2025,
        {"minutes": 3098, "shots": 98, "xg": 19.4, "key_passes": 20, "pass_pct": 68.4,
         "aerials_won": 30, "long_passes": 40},
        {"shots": (3, 1, 116), "xg": (5, 1, 114), "key_passes": (110, 1, 9),
         "pass_pct": (100, 2, 18), "long_passes": (4, 1, 115)},
        detail=detail, provider="fbref", main=False,
    )  # fmt: skip
    items += transfers(("2024-08-12", "Bonkekolk", "Heronmoor Rovers", 9_500_000))
    return dossier(items)


def goalkeeper() -> Dossier:
    """A goalkeeper of 34, past the peak, with a falling value."""
    items = person(
        age=34, country="Chile", position="Goalkeeper", sub_position="Goalkeeper", foot="right",
        height=191, club="Bonkekolk", contract__until="2029-12-31", value__now=600_000,
        value__highest=4_000_000, value__share_of_highest=15.0, peak__from=27, peak__to=33,
        peak__distance=1,
    )  # fmt: skip
    items += valuations(600_000, date(2026, 6, 10), m12=1_200_000)
    items.append(age_group(400, 3, 60, position="Goalkeeper"))
    for year in (2023, 2024, 2025):
        items += season(
            year, {"games": 33, "minutes": 2970, "save_pct": 74.2, "goals_conceded": 30},
            {"save_pct": (2, 1, 57), "goals_conceded": (55, 1, 4), "minutes": (5, 4, 51)},
            position="Goalkeeper",
        )  # fmt: skip
    return dossier(items, name="Tulia Quezalde", pronoun="she")


def last_of_all() -> Dossier:
    """An attacking player of 31, the last in every figure, without a detailed position."""
    items = person(
        age=31, sub_position=None, foot="both", club="Bonkekolk", value__now=100_000,
        value__highest=1_000_000, value__share_of_highest=10.0, peak__distance=3,
        contract__until="2026-12-31",
    )  # fmt: skip
    items += season(2024, {"games": 34, "minutes": 2900, "goals": 9, "assists": 5})
    items += season(
        2025, {"games": 14, "minutes": 1020, "goals": 1, "assists": 1, "shots": 3},
        dict.fromkeys(("goals", "assists", "shots", "minutes"), (99, 1, 0)),
    )  # fmt: skip
    return dossier(items, name="Orlo Brandvik", pronoun="they")


def youngster() -> Dossier:
    """A midfielder of 17 with 40 minutes in a season that has begun."""
    items = person(
        age=17, country="Mali", position="Midfielder", sub_position=None, foot=None, height=None,
        value__now=None, value__highest=None, value__share_of_highest=None, contract__until=None,
        peak__to=29, peak__distance=-7,
    )  # fmt: skip
    items += season(2026, {"games": 3, "minutes": 40, "goals": 0, "assists": 0},
                    position="Midfielder", as_of=RECORD_DAY)  # fmt: skip
    return dossier(items, name="Sekou Ndiallo", pronoun=None)


def free_agent() -> Dossier:
    """A centre-back without a club, whose data is a year old."""
    items = profile(
        date(2025, 9, 1), age=29, status="free_agent", position="Defender",
        sub_position="Centre-Back", value__now=2_000_000, peak__from=25, peak__to=30,
        peak__distance=0,
    )  # fmt: skip
    items += season(
        2024, {"games": 30, "minutes": 2700, "tackles": 60, "dribbled_past": 12, "aerials_won": 80},
        {"tackles": (40, 1, 59), "dribbled_past": (97, 1, 2), "aerials_won": (88, 1, 11)},
        position="Defender", detail="Centre-Back",
    )  # fmt: skip
    return dossier(items, name="Bram van Steenhoek")


def retired() -> Dossier:
    """A retired defender without seasons."""
    items = profile(
        age=41, country="Croatia", status="retired", position="Defender", last_season="2019/20",
        value__now=300_000, value__highest=12_000_000,
    )  # fmt: skip
    return dossier(items, name="Dario Klobucaric")


def empty() -> Dossier:
    """A player with a name only."""
    return dossier(name="Nemo Nobody", pronoun=None)


def replacement() -> Dossier:
    """The striker, with a brief and the figures of the player to replace."""
    other = [item("replaced.age", 33, "years"), item("replaced.value.now", 3_000_000, "eur")]
    other += season(
        2025, {"games": 30, "minutes": 2500, "goals": 9, "assists": 9},
        {"goals": (60, 1, 59), "assists": (20, 1, 99)}, detail="Centre-Forward",
        start="replaced.",
    )  # fmt: skip
    own = striker()
    both = own.model_copy(update={"evidence": [*own.evidence, *other]})
    return with_brief(
        both, position="Centre-Forward", age_max=25, budget=42_000_000, minutes_min=2500,
        contract_until=date(2028, 6, 30), metrics=[("goals", 90), ("tackles", 60)],
        replaces="Petter Vinterhav", question="Can he lead the line alone?",
    )  # fmt: skip


ALL = (
    striker, goalkeeper, last_of_all, youngster, free_agent, retired, empty, replacement,
)  # fmt: skip
