"""Small folders of CSV files in the published schema; all players in them are fictional."""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from sqlmodel import col, select

from football_player_service.app.db import session_scope
from football_player_service.app.imports import careers
from football_player_service.app.imports.folder import Options, Source, provider_mapping
from football_player_service.app.imports.folder_import import FolderImport
from football_player_service.app.imports.summary import Summary
from football_player_service.app.players.models import Player

PLAYER = {
    "player_id": "900001",
    "first_name": "Ivo",
    "last_name": "Testarossa",
    "name": "Ivo Testarossa",
    "last_season": "2024",
    "current_club_id": "900001",
    "country_of_birth": "Italy",
    "city_of_birth": "Torino",
    "country_of_citizenship": "Italy",
    "date_of_birth": "2001-05-17 00:00:00",
    "sub_position": "Centre-Forward",
    "position": "Attack",
    "foot": "right",
    "height_in_cm": "184",
    "contract_expiration_date": "2028-06-30 00:00:00",
    "agent_name": "Fictional Agents",
    "current_club_domestic_competition_id": "IT1",
    "current_club_name": "Fictional FC",
    "market_value_in_eur": "12000000",
    "highest_market_value_in_eur": "15000000",
}
COMPETITIONS = [
    {"competition_id": "ES1", "name": "laliga", "country_name": "Spain"},
    {"competition_id": "GB1", "name": "premier-league", "country_name": "England"},
    {"competition_id": "IT1", "name": "serie-a", "country_name": "Italy"},
    {"competition_id": "L1", "name": "bundesliga", "country_name": "Germany"},
    {"competition_id": "RU1", "name": "premier-liga", "country_name": "Russia"},
    {"competition_id": "TR1", "name": "super-lig", "country_name": "Türkiye"},
    {"competition_id": "UKR1", "name": "premier-liga", "country_name": "Ukraine"},
    {"competition_id": "XX1", "name": "crown-league", "country_name": "Fictonia"},
]
CUPS = [
    {"competition_id": "CIT", "name": "italy-cup", "country_name": "Italy"},
    {"competition_id": "CL", "name": "champions-league", "country_name": ""},
]
TRANSFER = {
    "player_id": "900001",
    "transfer_date": "2022-07-01",
    "from_club_id": "900002",
    "from_club_name": "Example Rovers",
    "to_club_id": "900001",
    "to_club_name": "Fictional FC",
    "transfer_fee": "2500000.000",
}
VALUATION = {"player_id": "900001", "date": "2023-06-15", "market_value_in_eur": "9000000"}
SEASON = {
    "player_id": "900001",
    "last_season": "2024",
    "games": "30",
    "yellow_cards": "4",
    "red_cards": "1",
    "goals": "12",
    "assists": "3",
    "minutes_played": "2400",
}
APPEARANCE = {
    "appearance_id": "1_900001",
    "player_id": "900001",
    "date": "2024-08-17",
    "competition_id": "IT1",
    "player_club_id": "900001",
    "yellow_cards": "0",
    "red_cards": "0",
    "goals": "1",
    "assists": "0",
    "minutes_played": "90",
}
# The cells of a row by file; tests change some of them.
CAREER_ROWS = {
    "transfers.csv": TRANSFER,
    "player_valuations.csv": VALUATION,
    "player_seasons.csv": SEASON,
    "appearances.csv": APPEARANCE,
}
CLUBS = [
    {"club_id": "900001", "name": "Fictional FC"},
    {"club_id": "900002", "name": "Example Rovers"},
]


def write_csv(path: Path, rows: Iterable[Mapping[str, str]]) -> None:
    """Write rows with the columns of the first."""
    rows = list(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def write_source(
    folder: Path, *players: Mapping[str, str], transfers: Iterable[tuple[str, str, str]] = ()
) -> Path:
    """Write a folder with these players, each given as its differences from `PLAYER`.

    Transfers are player_id, date and the new club's name, which is also its id.
    """
    write_csv(folder / "players.csv", [{**PLAYER, **player} for player in players])
    leagues = [row | {"type": "domestic_league"} for row in COMPETITIONS]
    cups = [row | {"type": "domestic_cup"} for row in CUPS]
    write_csv(folder / "competitions.csv", leagues + cups)
    write_csv(folder / "clubs.csv", CLUBS)
    if transfers:
        moves = [
            TRANSFER | {"player_id": id_, "transfer_date": day, "to_club_id": club,
                        "to_club_name": club}
            for id_, day, club in transfers
        ]  # fmt: skip
        write_csv(folder / "transfers.csv", moves)
    return folder


def source(folder: Path, **options: Any) -> Source:
    """A folder in the published schema, with options of the user."""
    return Source(folder, provider_mapping("transfermarkt"), Options(**options))


def load(folder: Path, *, limit: int = 0, **options: Any) -> Summary:
    """Load the players of a folder into the database in use."""
    prepared = FolderImport(source(folder, **options), limit=limit).prepare()
    ((_, summary),) = prepared.apply()
    return summary


def write_career(folder: Path, name: str, *rows: Mapping[str, str]) -> None:
    """Write a file about careers, each row given as its differences from `CAREER_ROWS`."""
    write_csv(folder / name, [{**CAREER_ROWS[name], **row} for row in rows])


def load_careers(folder: Path, **options: Any) -> dict[str, Summary]:
    """Load the files about careers in a folder; the summaries by file name."""
    of_folder = source(folder, **options)
    return {
        str(path.name): careers.load(part, of_folder)
        for part in careers.present(of_folder)
        if (path := of_folder.path(part))
    }


def counts(summary: Summary) -> tuple[int, int, int]:
    """Inserted, updated, unchanged."""
    return summary.inserted, summary.updated, summary.unchanged


def stored() -> list[dict[str, Any]]:
    """Every player's row, by id."""
    with session_scope(writes=False) as session:
        return [p.model_dump() for p in session.exec(select(Player).order_by(col(Player.id)))]


def only() -> dict[str, Any]:
    """The row of the only player."""
    (row,) = stored()
    return row
