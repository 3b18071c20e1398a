"""A dossier indexed by evidence id and by season."""

import re
from dataclasses import dataclass
from datetime import date

from ai_service import evidence_values
from ai_service.positions import SUB_POSITIONS
from ai_service.schemas import Dossier, Evidence, Position

MIN_MINUTES = 900
_MINOR = 18
_YEAR = 12  # months

_POSITIONS: dict[str, Position] = {
    "Goalkeeper": "Goalkeeper",
    "Defender": "Defender",
    "Midfielder": "Midfielder",
    "Attack": "Attack",
}
_SEASON_ID = re.compile(r"season\.(\d{4})\.(.+)", re.ASCII)


@dataclass(frozen=True)
class Season:
    """A season's evidence by the rest of its id: `goals`, `goals_per_90`, `goals_per_90.league`.

    Includes percentiles without a value: those whose cohort is too small.
    """

    year: int
    period: str  # "2023/24", or "2023" for a calendar year
    items: dict[str, Evidence]

    def number(self, name: str) -> int | float | None:
        return evidence_values.number(self.items.get(name))

    @property
    def minutes(self) -> int | float:
        return self.number("minutes") or 0

    @property
    def is_full(self) -> bool:
        """Whether its minutes suffice for rates and percentiles."""
        return self.minutes >= MIN_MINUTES

    @property
    def is_ranked(self) -> bool:
        """Whether it has a percentile."""
        ranks = (item for item in self.items.values() if item.unit == "percentile")
        return any(evidence_values.number(item) is not None for item in ranks)

    @property
    def unranked(self) -> Evidence | None:
        """A percentile without a value because its cohort is too small, if there is one."""
        ranks = (item for item in self.items.values() if item.unit == "percentile" and item.cohort)
        return next((item for item in ranks if item.value is None), None)

    def months_since_end(self, today: date) -> int:
        """Whole months since its last day; negative while it is in progress."""
        end_year, end_month = (self.year + 1, 6) if "/" in self.period else (self.year, 12)
        return (today.year - end_year) * 12 + today.month - end_month - 1


@dataclass(frozen=True)
class DossierIndex:
    """A player's evidence by id, and the seasons with minutes, newest first."""

    player: str
    as_of: date
    items: dict[str, Evidence]
    seasons: tuple[Season, ...]

    def number(self, identity: str) -> int | float | None:
        return evidence_values.number(self.items.get(identity))

    def text(self, identity: str) -> str | None:
        return evidence_values.text(self.items.get(identity))

    def day(self, identity: str) -> date | None:
        return evidence_values.day(self.items.get(identity))

    def known(self, *identities: str) -> list[str]:
        """The given ids that have a value."""
        return [name for name in identities if name in self.items]

    @property
    def position(self) -> Position | None:
        return _POSITIONS.get(self.text("position") or "")

    @property
    def sub_position(self) -> str | None:
        """The sub-position, if it belongs to the position."""
        found = self.text("sub_position") or ""
        fits = SUB_POSITIONS.get(found)
        return found if fits and fits[0] == (self.position or fits[0]) else None

    @property
    def status(self) -> str | None:
        return self.text("status")

    @property
    def is_retired(self) -> bool:
        return self.status == "retired"

    @property
    def club_is_past(self) -> bool:
        """Whether the club is from a past season."""
        item = self.items.get("club")
        return item is not None and evidence_values.is_over(item.period, self.as_of)

    @property
    def is_minor(self) -> bool:
        age = self.number("age")
        return age is not None and age < _MINOR

    @property
    def full_seasons(self) -> list[Season]:
        """The seasons with enough minutes for rates and percentiles, newest first."""
        return [season for season in self.seasons if season.is_full]


def index_dossier(dossier: Dossier) -> DossierIndex:
    """The index of a dossier, without items that have no value and seasons not yet started."""
    items: dict[str, Evidence] = {}
    found: dict[int, dict[str, Evidence]] = {}
    for item in dossier.evidence:
        if item.value is not None and item.value != "":
            items[item.id] = item
        match = _SEASON_ID.fullmatch(item.id)
        if match:
            found.setdefault(int(match[1]), {})[match[2]] = item
    seasons = [
        Season(year, period, parts)
        for year, parts in sorted(found.items(), reverse=True)
        if (period := _period(year, parts))
        and evidence_values.number(parts.get("minutes")) is not None
    ]
    begun = tuple(season for season in seasons if season.months_since_end(dossier.as_of) >= -_YEAR)
    return DossierIndex(dossier.player, dossier.as_of, items, begun)


def _period(year: int, parts: dict[str, Evidence]) -> str | None:
    """The period of the season's minutes, if it is a season or a calendar year."""
    minutes = parts.get("minutes")
    period = minutes.period if minutes else None
    return period if period in (str(year), f"{year}/{(year + 1) % 100:02}") else None
