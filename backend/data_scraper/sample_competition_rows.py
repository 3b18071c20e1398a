"""competitions.csv: the leagues and their cups."""

from data_scraper.sample_headers import SITE, Row
from data_scraper.sample_leagues import League
from data_scraper.sample_text import slug

_MAJOR = 0.5  # leagues above this level are major


def competition_rows(leagues: list[League]) -> list[Row]:
    """competitions.csv: each league, a cup of its country, and one cup between countries."""
    rows: list[Row] = []
    for league in leagues:
        major = "true" if league.level > _MAJOR else "false"
        cup_id, cup = f"{league.id[:3]}C", f"{slug(league.country)}-shield"
        own = (league.country_id, league.country, league.id, "europa")
        home = f"{SITE}/competitions"
        name, kind = league.slug, "domestic_league"
        rows.append((league.id, name, name, "first_tier", kind, *own, f"{home}/{league.id}", major))
        kind = "domestic_cup"
        rows.append((cup_id, cup, cup, kind, kind, *own, f"{home}/{cup_id}", "false"))
    nations = ("FINT", "lantern-cup", "lantern-cup", "lantern_cup", "international_cup")
    rows.append((*nations, -1, "", "", "europa", f"{SITE}/competitions/FINT", "false"))
    return rows
