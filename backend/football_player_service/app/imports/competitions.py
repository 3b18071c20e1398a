"""The file of competitions: names of leagues that are distinct."""

from typing import NamedTuple

from football_player_service.app import countries
from football_player_service.app.clubs import curated
from football_player_service.app.imports.columns import text_value
from football_player_service.app.imports.folder import Source
from football_player_service.app.imports.tables import WRONG_WIDTH, UnusableFile

_LEAGUE = "league"  # our word in the mapping


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
            # The published Transfermarkt files have slugs.
            name = slug.replace("-", " ").title() if slug.islower() else slug
            known = countries.resolve(country) or country if country else None
            is_cup = kind is not None and file.word("type", kind) != _LEAGUE
            found[code] = CompetitionRow(name, known, is_cup)
    return found


def names(source: Source) -> dict[str, str]:
    """The short name of each competition by id: that of the curated list, if it is there.

    Otherwise with the country, as names of leagues are not unique: `Granit Liga (Ukraine)`.
    """
    curated_index = curated.competition_index()
    found = {}
    for code, row in read(source).items():
        known = curated_index.find(
            name=row.name, provider=source.provider, provider_id=code, country=row.country
        )
        found[code] = known.short_name if known else f"{row.name} ({row.country or code})"
    return found
