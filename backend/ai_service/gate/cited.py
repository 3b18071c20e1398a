"""The evidence that a sentence cites, and what follows from it by plain arithmetic."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from ai_service import evidence_values
from ai_service.schemas import Dossier, Evidence

_SEASON: Final = re.compile(r"season\.(\d{4})\.([a-z_0-9]+)(?:\.(position|league))?", re.ASCII)
_SHARE_DECIMALS: Final = 1
INVOLVEMENTS: Final = "involvements"  # goals and assists together


class Index:
    """A dossier, looked through once: items by id, the periods on record."""

    def __init__(self, dossier: Dossier) -> None:
        self.player = dossier.player
        self.as_of = dossier.as_of
        self.items = {item.id: item for item in dossier.evidence}
        self.periods: dict[int, str] = {}
        for item in dossier.evidence:
            if (found := _SEASON.fullmatch(item.id)) and item.period:
                self.periods[int(found[1])] = item.period
        self.years = sorted(self.periods)
        self.performance = any(
            item.value is not None and item.id.startswith(("season.", "career."))
            for item in dossier.evidence
        )

    def has(self, *prefixes: str) -> bool:
        """Whether anything with a value stands under one of the ids or beneath it."""
        return any(
            item.value is not None and (name == prefix or name.startswith(f"{prefix}."))
            for prefix in prefixes
            for name, item in self.items.items()
        )


class Cited:
    """What one sentence may say: the items it cites, and no others."""

    def __init__(self, index: Index, ids: Iterable[str]) -> None:
        self.index = index
        self.as_of = index.as_of
        self.items: dict[str, Evidence] = {
            name: index.items[name] for name in ids if name in index.items
        }
        self.years = sorted(
            {int(found[1]) for name in self.items if (found := _SEASON.fullmatch(name))}
        )

    def number(self, name: str) -> float | None:
        """The figure cited, or worked out from those cited."""
        known = evidence_values.number(self.items.get(name))
        return known if known is not None else self._derived(name)

    def text(self, name: str) -> str | None:
        return evidence_values.text(self.items.get(name))

    def day(self, name: str) -> date | None:
        return evidence_values.day(self.items.get(name))

    def has(self, *names: str) -> bool:
        return any(name in self.items for name in names)

    def season(self, metric: str, year: int) -> float | None:
        """The figure of a season; a rate also from the count and the minutes."""
        start = f"season.{year}."
        if metric == INVOLVEMENTS:
            goals, assists = (
                evidence_values.number(self.items.get(start + m)) for m in ("goals", "assists")
            )
            return None if goals is None or assists is None else goals + assists
        known = evidence_values.number(self.items.get(start + metric))
        if known is None and metric.endswith("_per_90"):
            return self._rate(start, metric)
        return known

    def career(self, metric: str) -> float | None:
        """A figure over all that is on record; a rate from the sums."""
        known = evidence_values.number(self.items.get(f"career.{metric}"))
        if known is not None:
            return known
        if metric.endswith("_per_90"):
            return self._rate("career.", metric)
        return self.total(metric, self.index.years)

    def total(self, metric: str, years: Iterable[int]) -> float | None:
        """The sum over seasons, all of which have to be cited; a rate from the sums."""
        seasons = list(years)
        if metric.endswith("_per_90") and len(seasons) > 1:
            count = self.total(metric.removesuffix("_per_90"), seasons)
            minutes = self.total("minutes", seasons)
            return _per_90(count, minutes)
        found = [self.season(metric, year) for year in seasons]
        known = [figure for figure in found if figure is not None]
        return sum(known) if known and len(known) == len(found) else None

    def ranks(self, metric: str) -> list[tuple[int | None, Evidence]]:
        """The percentiles of a metric with the years they are of; no year for the value's."""
        if metric == "value":
            item = self.items.get("value.percentile")
            return [(None, item)] if item else []
        return [
            (int(found[1]), item)
            for name, item in self.items.items()
            if (found := _SEASON.fullmatch(name)) and found[2] == metric and found[3]
        ]

    def _rate(self, start: str, metric: str) -> float | None:
        count = evidence_values.number(self.items.get(start + metric.removesuffix("_per_90")))
        minutes = evidence_values.number(self.items.get(start + "minutes"))
        return _per_90(count, minutes)

    def _derived(self, name: str) -> float | None:
        if name == "age" and (born := self.day("date_of_birth")):
            return _whole_years(born, self.as_of)
        if name == "contract.months_left" and (until := self.day("contract.until")):
            return _whole_months(self.as_of, until)
        if name == "peak.distance":
            return self._peak_distance()
        now, highest = (
            evidence_values.number(self.items.get(f"value.{n}")) for n in ("now", "highest")
        )
        if name == "value.share_of_highest" and now is not None and highest:
            return round(100 * now / highest, _SHARE_DECIMALS)
        if name.startswith("value.change_"):
            then = evidence_values.number(
                self.items.get(f"value.{name.removeprefix('value.change_')}")
            )
            latest = evidence_values.number(self.items.get("value.latest"))
            if then and latest is not None:
                return round(100 * (latest - then) / then, _SHARE_DECIMALS)
        return None

    def _peak_distance(self) -> float | None:
        age, first, last = (self.number(n) for n in ("age", "peak.from", "peak.to"))
        if age is None or first is None or last is None:
            return None
        return min(age - first, 0) or max(age - last, 0)


def _per_90(count: float | None, minutes: float | None) -> float | None:
    return round(count * 90 / minutes, 4) if count is not None and minutes else None


def _whole_years(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _whole_months(start: date, end: date) -> int:
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)
