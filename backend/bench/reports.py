"""A report by the built-in planner: claims enumerated, planned and rendered.

The dossier is fictional: a centre-forward with 100 metrics over three seasons, all of them ranked.
"""

import random
from datetime import date
from statistics import median

from ai_service import report
from ai_service.schemas import Cohort, Dossier, Evidence, MetricWords, Standing, Unit, Usage
from bench.imports import seconds
from bench.measure import Row, row
from football_player_service.app.metrics.catalogue import Metric, Storage, catalogue

METRICS, SEASONS, LATEST = 100, 3, 2025
ROUNDS = 40
MINUTES, PLAYERS = 2_400, 200
_AS_OF = date(2026, 7, 1)
_FREE = Usage(requests=0, input_tokens=None, output_tokens=None, cost_usd=None)


def measure() -> list[Row]:
    """The median of a report, in milliseconds."""
    dossier = _dossier()

    def create() -> None:
        case = report.Case.of(dossier)
        planned = report.by_built_in(case)
        report.finished(case, planned, source="simulated", model="", prompt_version="", usage=_FREE)

    create()
    found = median(seconds(create) for _ in range(ROUNDS)) * 1000
    return [
        row(f"report of {METRICS} metrics over {SEASONS} seasons, median / 10 ms", ours=found,
            reference=10, unit="ms", at_most=1),
    ]  # fmt: skip


def _dossier() -> Dossier:
    draw = random.Random(11)  # noqa: S311 - no secret
    wanted = [
        metric
        for metric in catalogue().values()
        if metric.storage is Storage.TOTAL and metric.has_rate and metric.is_relevant_for("Attack")
    ][: METRICS - 1]
    evidence = [
        _item("age", 25, "years"),
        _item("position", "Attack", "text"),
        _item("sub_position", "Centre-Forward", "text"),
        _item("club", "Example FC", "text"),
        _item("value.now", 20_000_000, "eur"),
        _item("contract.until", "2027-06-30", "date"),
    ]
    for year in range(LATEST - SEASONS + 1, LATEST + 1):
        evidence += _season(year, wanted, draw)
    minutes = catalogue()["minutes"]
    return Dossier(
        player="Example Player",
        as_of=_AS_OF,
        evidence=evidence,
        metrics={metric.key: _words(metric) for metric in [minutes, *wanted]},
        providers={"example": "Example"},
        pronoun="he",
    )


def _season(year: int, wanted: list[Metric], draw: random.Random) -> list[Evidence]:
    period = f"{year}/{(year + 1) % 100:02}"
    found = [_statistic(f"season.{year}.minutes", MINUTES, "minutes", "minutes", period)]
    for metric in wanted:
        total, start = draw.randint(1, 90), f"season.{year}.{metric.key}"
        rate = f"{start}_per_90"
        found.append(_statistic(start, total, "count", metric.key, period))
        found.append(_statistic(rate, total * 90 / MINUTES, "per 90", metric.key, period))
        above = draw.randint(0, PLAYERS - 1)
        standing = Standing(above=above, level=1, below=PLAYERS - 1 - above)
        place = 100 * (standing.below + 0.5) / PLAYERS
        found.append(
            _statistic(f"{rate}.position", round(place, 1), "percentile", metric.key, period)
            .model_copy(update={"standing": standing, "cohort": _cohort(period)})
        )  # fmt: skip
    return found


def _cohort(period: str) -> Cohort:
    return Cohort(
        definition=f"centre-forwards with at least 900 minutes in {period}", scope="position",
        position="Attack", league=None, period=period, size=PLAYERS, left_out=0,
        sub_position="Centre-Forward",
    )  # fmt: skip


def _item(id_: str, value: int | str, unit: Unit) -> Evidence:
    return Evidence(
        id=id_, label=id_, value=value, unit=unit, period=None, as_of=_AS_OF, source="record",
        cohort=None, note=None,
    )  # fmt: skip


def _statistic(id_: str, value: float, unit: Unit, metric: str, period: str) -> Evidence:
    return Evidence(
        id=id_, label=id_, value=value, unit=unit, period=period, as_of=_AS_OF, source="seasons",
        cohort=None, note=None, metric=metric, provider="example",
    )  # fmt: skip


def _words(metric: Metric) -> MetricWords:
    return MetricWords(
        label=metric.label, short_label=metric.short_label, group=metric.group.value,
        unit=metric.unit, better=metric.better.value, decimals=metric.decimals,
        singular=metric.words.singular, plural=metric.words.plural, verb=metric.words.verb,
        headline=metric.headline,
    )  # fmt: skip
