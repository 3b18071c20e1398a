"""The file of competitions: names of leagues that are distinct."""

from typing import NamedTuple

from football_player_service.app import countries
from football_player_service.app.imports.columns import text_value
from football_player_service.app.imports.folder import Source
from football_player_service.app.imports.tables import WRONG_WIDTH, UnusableFile

_LEAGUE = "league"  # our word in the mapping
# The official names; the published file has slugs.
_NAMES = {
    "BE1": "Jupiler Pro League",
    "DK1": "Superligaen",
    "ES1": "LaLiga",
    "FR1": "Ligue 1",
    "GB1": "Premier League",
    "GR1": "Super League 1",
    "IT1": "Serie A",
    "L1": "Bundesliga",
    "NL1": "Eredivisie",
    "PO1": "Liga Portugal",
    "RU1": "Premier Liga",
    "SC1": "Scottish Premiership",
    "TR1": "Süper Lig",
    "UKR1": "Premier Liga",
}


def file_name(source: Source) -> str:
    """How the file of competitions is called."""
    part = source.mapping.competitions
    return part.file if part else "the competitions"


class CompetitionRow(NamedTuple):
    """What the file states about a competition."""

    name: str
    country: str | None
    is_cup: bool


def read(source: Source) -> dict[str, CompetitionRow]:
    """The competitions by the provider's id; none without a file."""
    if not source.path("competitions"):
        return {}
    file = source.open("competitions")
    found = {}
    for line, row in file.rows(("provider_id", "name", "country", "type")):
        if not row:
            raise UnusableFile(f"{file.name} line {line}: {WRONG_WIDTH}.")
        code, slug, country, kind = map(text_value, row)
        if code and slug:
            name = _NAMES.get(code) or slug.replace("-", " ").title()
            known = countries.resolve(country) or country if country else None
            is_cup = kind is not None and file.word("type", kind) != _LEAGUE
            found[code] = CompetitionRow(name, known, is_cup)
    return found


def names(source: Source) -> dict[str, str]:
    """The name of each competition, with its country, by id: `Premier Liga (Ukraine)`.

    Two leagues are called `premier-liga` in the source.
    """
    return {code: f"{row.name} ({row.country or code})" for code, row in read(source).items()}
