"""competitions.csv: names of leagues that are distinct, and one spelling per country."""

from pathlib import Path

from football_player_service.app import countries
from football_player_service.app.imports import cells
from football_player_service.app.imports.reader import WRONG_WIDTH, UnusableFile, rows

FILE_NAME = "competitions.csv"

# The official names; the file has slugs.
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


def country(name: str | None) -> str | None:
    """The name of a country in the one spelling used here."""
    return countries.resolve(name) or name if name else None


def names(folder: Path) -> dict[str, str]:
    """The name of each competition, with its country, by id: `Premier Liga (Ukraine)`.

    Two leagues are called `premier-liga` in the source.
    """
    found = {}
    for line, row in rows(folder / FILE_NAME, columns=("competition_id", "name", "country_name")):
        if not row:
            raise UnusableFile(f"{FILE_NAME} line {line}: {WRONG_WIDTH}.")
        code, slug, country_name = map(cells.text, row)
        if code and slug:
            name = _NAMES.get(code) or slug.replace("-", " ").title()
            found[code] = f"{name} ({country(country_name) or code})"
    return found


def national_leagues(folder: Path) -> dict[str, str]:
    """`names` of national leagues only: no cups, and nothing played between countries."""
    leagues = {
        row[0].strip()
        for _, row in rows(folder / FILE_NAME, columns=("competition_id", "type"))
        if row and row[1].strip() == "domestic_league"
    }
    return {code: name for code, name in names(folder).items() if code in leagues}
