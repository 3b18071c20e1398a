"""A dossier as templates read it, and figures as different people write them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from ai_service.schemas import Dossier, Evidence, Sentence

_WORDS = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty",
)  # fmt: skip


@dataclass(frozen=True)
class Season:
    """One period of a dossier: its first year, how it is written, its figures by name."""

    year: int
    period: str
    figures: dict[str, float]
    ranks: dict[str, Evidence]  # percentiles by "metric.scope"

    def id(self, name: str) -> str:
        """The id of a figure or of a rank."""
        return f"season.{self.year}.{name}"


class Facts:
    """The evidence of a dossier by id, and its seasons, the latest first."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.name = dossier.player
        self.by_id = {item.id: item for item in dossier.evidence if item.value is not None}
        self.seasons = list(self._seasons())

    def has(self, *ids: str) -> bool:
        """Whether all of these are on record."""
        return all(identity in self.by_id for identity in ids)

    def number(self, identity: str) -> float:
        """A figure."""
        value = self.by_id[identity].value
        assert isinstance(value, int | float)
        return value

    def text(self, identity: str) -> str:
        """A word, a name or a day as it stands."""
        return str(self.by_id[identity].value)

    def _seasons(self) -> Iterator[Season]:
        years = {int(i.split(".")[1]) for i in self.by_id if i.startswith("season.")}
        for year in sorted(years, reverse=True):
            start = f"season.{year}."
            items = {i.removeprefix(start): e for i, e in self.by_id.items() if i.startswith(start)}
            ranks = {name: item for name, item in items.items() if item.unit == "percentile"}
            figures = {
                name: item.value
                for name, item in items.items()
                if name not in ranks and isinstance(item.value, int | float)
            }
            yield Season(year, items["games"].period or str(year), figures, ranks)


def cites(text: str, *ids: str) -> Sentence:
    """A sentence with the evidence it rests on."""
    return Sentence(text=text[0].upper() + text[1:], evidence=list(ids))


def whole(value: float) -> str:
    """A count in figures, thousands set apart."""
    return f"{round(value):,}"


def word(value: float) -> str:
    """A count in words where people use words, else in figures."""
    return _WORDS[int(value)] if value < len(_WORDS) else whole(value)


def several(value: float, noun: str, *, words: bool = False) -> str:
    """`12 goals`, `one goal`, `no goals`."""
    count = word(value) if words or value == 0 else whole(value)
    return f"{count} {noun}" if value == 1 else f"{count} {plural(noun)}"


def plural(noun: str) -> str:
    """More than one of it."""
    return f"{noun}s"


def short_money(euros: float) -> str:
    """€45m, €1.25m, €850k."""
    if euros >= 1_000_000:  # noqa: PLR2004
        return f"€{_trim(euros / 1_000_000)}m"
    return f"€{_trim(euros / 1_000)}k" if euros >= 1_000 else f"€{euros:g}"  # noqa: PLR2004


def long_money(euros: float) -> str:
    """45 million euros, 850,000 euros."""
    if euros >= 1_000_000:  # noqa: PLR2004
        return f"{_trim(euros / 1_000_000)} million euros"
    return f"{euros:,.0f} euros"


def iso_money(euros: float) -> str:
    """EUR 45,000,000."""
    return f"EUR {euros:,.0f}"


def _trim(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def rounded(value: float, step: str = "1") -> str:
    """Rounded half up, as people do."""
    return str(Decimal(str(value)).quantize(Decimal(step), ROUND_HALF_UP))


def ordinal(value: float) -> str:
    """93rd, 71st, 12th."""
    number = int(rounded(value))
    teens = 10 <= number % 100 <= 20  # noqa: PLR2004
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def day(iso: str) -> str:
    """30 June 2027."""
    when = date.fromisoformat(iso)
    return f"{when.day} {when:%B} {when.year}"


def month(iso: str) -> str:
    """June 2027."""
    return f"{date.fromisoformat(iso):%B %Y}"


def band(percentile: float) -> Iterator[str]:
    """The stretches at either end of a cohort that a percentile lies in, the narrow one first."""
    for bound, name in ((90, "top tenth"), (75, "top quarter")):
        if percentile >= bound:
            yield f"in the {name}"
        if percentile <= 100 - bound:
            yield f"in the {name.replace('top', 'bottom')}"
