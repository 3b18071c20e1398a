"""League names a reader can tell apart: two leagues are called `premier-liga` in the source."""

from pathlib import Path

from football_player_service.app.imports import clean, countries
from football_player_service.app.imports.reader import Unusable, rows

FILE = "competitions.csv"
_COLUMNS = ("competition_id", "name", "country_name")
# How the big leagues write themselves; the source has slugs.
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


def read(path: Path) -> dict[str, str]:
    """The name of each competition with its country, by id: `Premier Liga (Ukraine)`."""
    found = {}
    for line, cells in rows(path, columns=_COLUMNS):
        if not cells:
            raise Unusable(f"{path.name} line {line} has not as many cells as the header.")
        code, slug, country = (clean.text(cell)[0] for cell in cells)
        if code and slug:
            name = _NAMES.get(code) or slug.replace("-", " ").title()
            found[code] = f"{name} ({countries.one_spelling(country) or code})"
    return found


def national(path: Path) -> dict[str, str]:
    """The same of national leagues alone, without cups and without what clubs of many countries
    play."""
    names = read(path)
    leagues = {
        cells[0]
        for _, cells in rows(path, columns=("competition_id", "type"))
        if cells and cells[1].strip() == "domestic_league"
    }
    return {code: name for code, name in names.items() if code in leagues}
