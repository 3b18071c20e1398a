"""Seed an empty database with the admin and twenty well-known players.

Their data is that of `data_as_of`, for retired players the day of retirement. The source ids are
Transfermarkt's, so that importing its data updates these players.
"""

from football_player_service.app.auth import service as auth
from football_player_service.app.db import session_scope
from football_player_service.app.players import service as players
from football_player_service.app.players.schemas import PlayerFields
from football_player_service.app.settings import Settings, get_settings

_SPRING = "2025-04-01"
_SAME = {"source": "transfermarkt", "pronoun": "he"}
_COLUMNS = (
    "source_id", "full_name", "country", "date_of_birth", "position", "sub_position", "foot",
    "height_cm", "status", "current_team", "league", "market_value", "highest_market_value",
    "contract_until", "data_as_of",
)  # fmt: skip
_M = 1_000_000
_ENGLAND, _SPAIN = "Premier League (England)", "LaLiga (Spain)"
_RW, _CF, _AM, _CM = "Right Winger", "Centre-Forward", "Attacking Midfield", "Central Midfield"
_LW, _CB, _GK = "Left Winger", "Centre-Back", "Goalkeeper"

# ruff: noqa: E501 - a table with two lines per player
# fmt: off
_PLAYERS = (
    ("28003", "Lionel Messi", "Argentina", "1987-06-24", "Attack", _RW, "left", 170, "active",
     "Inter Miami CF", "Major League Soccer (United States)", 35 * _M, 180 * _M, "2025-12-31", "2023-07-16"),
    ("8198", "Cristiano Ronaldo", "Portugal", "1985-02-05", "Attack", _CF, "right", 187, "active",
     "Al-Nassr FC", "Saudi Pro League (Saudi Arabia)", 15 * _M, 120 * _M, "2025-06-30", "2023-07-16"),
    ("342229", "Kylian Mbappé", "France", "1998-12-20", "Attack", _CF, "right", 178, "active",
     "Real Madrid", _SPAIN, 170 * _M, 200 * _M, "2029-06-30", _SPRING),
    ("418560", "Erling Haaland", "Norway", "2000-07-21", "Attack", _CF, "left", 195, "active",
     "Manchester City", _ENGLAND, 200 * _M, 200 * _M, "2034-06-30", _SPRING),
    ("148455", "Mohamed Salah", "Egypt", "1992-06-15", "Attack", _RW, "left", 175, "active",
     "Liverpool FC", _ENGLAND, 55 * _M, 150 * _M, "2025-06-30", _SPRING),
    ("132098", "Harry Kane", "England", "1993-07-28", "Attack", _CF, "right", 188, "active",
     "Bayern Munich", "Bundesliga (Germany)", 90 * _M, 150 * _M, "2027-06-30", _SPRING),
    ("88755", "Kevin De Bruyne", "Belgium", "1991-06-28", "Midfielder", _AM, "right", 181, "active",
     "Manchester City", _ENGLAND, 27 * _M, 150 * _M, "2025-06-30", _SPRING),
    ("581678", "Jude Bellingham", "England", "2003-06-29", "Midfielder", _AM, "right", 186, "active",
     "Real Madrid", _SPAIN, 180 * _M, 180 * _M, "2029-06-30", _SPRING),
    ("371998", "Vinícius Júnior", "Brazil", "2000-07-12", "Attack", _LW, "right", 176, "active",
     "Real Madrid", _SPAIN, 200 * _M, 200 * _M, "2027-06-30", _SPRING),
    ("937958", "Lamine Yamal", "Spain", "2007-07-13", "Attack", _RW, "left", 180, "active",
     "FC Barcelona", _SPAIN, 180 * _M, 180 * _M, "2026-06-30", _SPRING),
    ("38253", "Robert Lewandowski", "Poland", "1988-08-21", "Attack", _CF, "right", 185, "active",
     "FC Barcelona", _SPAIN, 15 * _M, 90 * _M, "2026-06-30", _SPRING),
    ("27992", "Luka Modrić", "Croatia", "1985-09-09", "Midfielder", _CM, "right", 172, "active",
     "Real Madrid", _SPAIN, 5 * _M, 55 * _M, "2025-06-30", _SPRING),
    ("139208", "Virgil van Dijk", "Netherlands", "1991-07-08", "Defender", _CB, "right", 195, "active",
     "Liverpool FC", _ENGLAND, 28 * _M, 100 * _M, "2025-06-30", _SPRING),
    ("105470", "Alisson Becker", "Brazil", "1992-10-02", "Goalkeeper", _GK, "right", 193, "active",
     "Liverpool FC", _ENGLAND, 25 * _M, 90 * _M, "2027-06-30", _SPRING),
    ("357565", "Rodri", "Spain", "1996-06-22", "Midfielder", "Defensive Midfield", "right", 191, "active",
     "Manchester City", _ENGLAND, 130 * _M, 130 * _M, "2027-06-30", _SPRING),
    ("25557", "Sergio Ramos", "Spain", "1986-03-30", "Defender", _CB, "right", 184, "free_agent",
     None, None, None, 50 * _M, None, "2024-12-31"),
    ("79422", "Keylor Navas", "Costa Rica", "1986-12-15", "Goalkeeper", _GK, "right", 185, "free_agent",
     None, None, None, 20 * _M, None, "2024-12-31"),
    ("3207", "Thierry Henry", "France", "1977-08-17", "Attack", _CF, "right", 188, "retired",
     None, None, None, None, None, "2014-12-16"),
    ("3373", "Ronaldinho", "Brazil", "1980-03-21", "Midfielder", _AM, "right", 182, "retired",
     None, None, None, None, None, "2018-01-16"),
    ("3455", "Zlatan Ibrahimović", "Sweden", "1981-10-03", "Attack", _CF, "right", 195, "retired",
     None, None, None, None, None, "2023-06-04"),
)
# fmt: on


def seed(settings: Settings) -> int:
    """Add the admin and players to an empty database; returns the number of players added."""
    with session_scope() as session:
        auth.seed_admin(session, settings=settings)
        if players.count(session):
            return 0
        for row in _PLAYERS:
            values = dict(zip(_COLUMNS, row, strict=True)) | _SAME
            players.create(session, fields=PlayerFields.model_validate(values))
        return len(_PLAYERS)


def main() -> None:
    """Seed the database in the settings."""
    settings = get_settings()
    added = seed(settings)
    print(f"Seeded {added} players." if added else "The database has players already; none added.")
    with session_scope(writes=False) as session:
        default_password = auth.default_admin_password_works(session)
    if default_password:
        print("WARNING: the admin password is the public default. Sign in as admin and change it.")


if __name__ == "__main__":
    main()
