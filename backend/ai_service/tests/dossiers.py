"""Dossiers of fictional players for tests, in the shape the backend sends."""

from datetime import date
from typing import Any

from ai_service.schemas import Cohort, Dossier, Evidence, Position, Unit

AS_OF = date(2026, 11, 1)
RECORD_DAY = date(2026, 10, 15)
MIN_MINUTES = 900

_PROFILE_UNITS: dict[str, Unit] = {
    "age": "years",
    "date_of_birth": "date",
    "height": "cm",
    "contract.until": "date",
    "contract.months_left": "months",
    "value.now": "eur",
    "value.highest": "eur",
    "value.share_of_highest": "percent",
    "peak.from": "years",
    "peak.to": "years",
    "peak.distance": "years",
}
_NOUNS: dict[str, str] = {
    "Goalkeeper": "goalkeepers",
    "Defender": "defenders",
    "Midfielder": "midfielders",
    "Attack": "attacking players",
}


def item(identity: str, value: Any, unit: Unit, **more: Any) -> Evidence:
    """One evidence item; fields not given are empty."""
    empty = {"label": identity, "period": None, "as_of": None, "cohort": None, "note": None}
    return Evidence(**{"source": "record", **empty, **more, "id": identity, "value": value,
                       "unit": unit})  # fmt: skip


def profile(**facts: Any) -> list[Evidence]:
    """Items of the record, `contract__until=…` for `contract.until`."""
    found = []
    for name, value in facts.items():
        identity = name.replace("__", ".")
        unit = _PROFILE_UNITS.get(identity, "text")
        found.append(item(identity, value, unit, as_of=RECORD_DAY))
    return found


def season(
    year: int,
    position: Position,
    league: str | None,
    *,
    figures: dict[str, int],
    percentiles: dict[str, float],
    span: str = "season",
) -> list[Evidence]:
    """A season's figures, its rates, and its percentiles in the position and in the league."""
    period = f"{year}/{(year + 1) % 100:02}" if span == "season" else str(year)
    start, found = f"season.{year}", []
    for name, value in figures.items():
        unit: Unit = "minutes" if name == "minutes" else "count"
        found.append(item(f"{start}.{name}", value, unit, period=period, source="seasons"))
    minutes = figures["minutes"]
    if minutes >= MIN_MINUTES:
        for name in ("goals", "assists", "yellow_cards", "red_cards"):
            rate = round(figures[name] * 90 / minutes, 4)
            identity = f"{start}.{name}_per_90"
            found.append(item(identity, rate, "per 90", period=period, source="computed"))
    for name, percentile in percentiles.items():
        metric, _, scope = name.rpartition(".")
        cohort = Cohort(
            definition=f"{_NOUNS[position]} with at least 900 minutes in {period}"
            + (f" in {league}" if scope == "league" else ""),
            scope="league" if scope == "league" else "position",
            position=position,
            league=league if scope == "league" else None,
            period=period,
            size=64 if scope == "league" else 1180,
            left_out=41 if scope == "league" else 702,
        )
        found.append(
            item(f"{start}.{metric}.{scope}", percentile, "percentile", period=period,
                 source="computed", cohort=cohort)
        )  # fmt: skip
    return found


def striker() -> Dossier:
    """A centre-forward of 24 with two full seasons and rising figures."""
    league = "Granit Liga (Norway)"
    items = profile(
        age=24, date_of_birth="2002-03-09", country="Norway", status="active",
        position="Attack", sub_position="Centre-Forward", foot="left", height=187,
        club="Heronmoor Rovers", league=league, last_season="2026/27",
        contract__until="2027-06-30", contract__months_left=7, value__now=45_000_000,
        value__highest=50_000_000, value__share_of_highest=90.0, peak__from=24, peak__to=28,
        peak__distance=0,
    )  # fmt: skip
    valuations = (
        ("latest", 45_000_000, "2026-06-10"), ("12m", 30_000_000, "2025-06-08"),
        ("24m", 12_000_000, "2024-06-11"),
    )  # fmt: skip
    for name, value, day in valuations:
        items.append(
            item(f"value.{name}", value, "eur", as_of=date.fromisoformat(day), source="valuations")
        )
    items.append(item("value.change_12m", 50.0, "percent", source="computed"))
    items.append(item("value.change_24m", 275.0, "percent", source="computed"))
    cohort = Cohort(
        definition="attacking players born within two years", scope="age", position="Attack",
        league=None, period=None, size=1904, left_out=88,
    )  # fmt: skip
    items.append(item("value.percentile", 96.4, "percentile", source="computed", cohort=cohort))
    items += season(
        2024, "Attack", league,
        figures={"games": 31, "minutes": 2310, "goals": 12, "assists": 3, "yellow_cards": 4,
                 "red_cards": 0},
        percentiles={"goals_per_90.position": 71.2, "goals_per_90.league": 68.0,
                     "assists_per_90.position": 38.5, "minutes.position": 64.1},
    )  # fmt: skip
    items += season(
        2025, "Attack", league,
        figures={"games": 38, "minutes": 3105, "goals": 24, "assists": 7, "yellow_cards": 9,
                 "red_cards": 1},
        percentiles={"goals_per_90.position": 92.7, "goals_per_90.league": 90.6,
                     "assists_per_90.position": 55.0, "minutes.position": 88.9,
                     "yellow_cards_per_90.position": 81.3, "red_cards_per_90.position": 93.0},
    )  # fmt: skip
    items += career(seasons=2, games=69, minutes=5415, goals=36, assists=10, yellow_cards=13,
                    red_cards=1)  # fmt: skip
    for name in ("minutes", "goals_per_90", "assists_per_90"):
        items.append(
            item(f"trend.{name}", "rising", "trend", period="2024/25 to 2025/26", source="computed")
        )
    items += transfers(("2024-08-12", "Bonkekolk", "Heronmoor Rovers", 9_500_000))
    return Dossier(player="Ivo Testarossa", as_of=AS_OF, evidence=items)


def career(**totals: int) -> list[Evidence]:
    """Career totals."""
    return [
        item(f"career.{name}", value, "minutes" if name == "minutes" else "count",
             source="computed")
        for name, value in totals.items()
    ]  # fmt: skip


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


def goalkeeper() -> Dossier:
    """A goalkeeper of 34, past the peak, with a falling value."""
    items = profile(
        age=34, country="Chile", status="active", position="Goalkeeper",
        sub_position="Goalkeeper", height=191, club="Bonkekolk", league="Polder Divisie (Belgium)",
        contract__until="2029-06-30", contract__months_left=31, value__now=600_000,
        value__highest=4_000_000, value__share_of_highest=15.0, peak__from=27, peak__to=33,
        peak__distance=1,
    )  # fmt: skip
    items += season(
        2025, "Goalkeeper", "Polder Divisie (Belgium)",
        figures={"games": 33, "minutes": 2970, "goals": 0, "assists": 1, "yellow_cards": 2,
                 "red_cards": 0},
        percentiles={"minutes.position": 83.0, "goals_per_90.position": 49.1,
                     "yellow_cards_per_90.position": 44.4},
    )  # fmt: skip
    return Dossier(player="Tulio Quezalde", as_of=AS_OF, evidence=items)


def last_of_all() -> Dossier:
    """An attacking player in the bottom tenth by every figure."""
    items = profile(age=31, position="Attack", club="Bonkekolk", status="active",
                    value__now=100_000, value__highest=1_000_000, value__share_of_highest=10.0,
                    peak__from=24, peak__to=28, peak__distance=3)  # fmt: skip
    items.append(item("value.latest", 150_000, "eur", as_of=date(2026, 5, 2), source="valuations"))
    names = ("games", "minutes", "goals", "assists", "goals_per_90", "assists_per_90")
    items += season(
        2025, "Attack", None,
        figures={"games": 14, "minutes": 940, "goals": 0, "assists": 0, "yellow_cards": 7,
                 "red_cards": 1},
        percentiles={f"{name}.position": 4.0 for name in names}
        | {"yellow_cards_per_90.position": 97.0, "red_cards_per_90.position": 95.0},
    )  # fmt: skip
    return Dossier(player="Orlo Brandvik", as_of=AS_OF, evidence=items)


def youngster() -> Dossier:
    """A midfielder of 17 with 40 minutes in all."""
    items = profile(age=17, country="Mali", position="Midfielder", club="Heronmoor Rovers",
                    peak__from=24, peak__to=29, peak__distance=-7)  # fmt: skip
    items += season(
        2026, "Midfielder", None,
        figures={"games": 3, "minutes": 40, "goals": 0, "assists": 0, "yellow_cards": 0,
                 "red_cards": 0},
        percentiles={},
    )  # fmt: skip
    return Dossier(player="Sekou Ndiallo", as_of=AS_OF, evidence=items)


def retired() -> Dossier:
    """A retired defender without seasons."""
    items = profile(age=41, country="Croatia", status="retired", position="Defender",
                    value__highest=12_000_000)  # fmt: skip
    return Dossier(player="Dario Klobucaric", as_of=AS_OF, evidence=items)


def empty() -> Dossier:
    """A player with a name only."""
    return Dossier(player="Nemo Nobody", as_of=AS_OF, evidence=[])


ALL = (striker, goalkeeper, last_of_all, youngster, retired, empty)
