"""Compares every percentile with one computed by pandas from the CSV files.

With DATASET_DIR set to a folder, its data is compared as well.
"""

import os
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from sqlalchemy import update
from sqlmodel import col, select

from football_player_service.app.db import session_scope
from football_player_service.app.imports import careers
from football_player_service.app.players.models import Player
from football_player_service.app.record.models import StatLine
from football_player_service.app.scouting import dossier
from football_player_service.app.settings import BACKEND_DIR
from football_player_service.tests.careers import competition, compute
from football_player_service.tests.source_files import load, source

SAMPLE = BACKEND_DIR / "data_scraper" / "sample"
PLAYERS = 500
COUNTS = ["games", "minutes", "goals", "assists", "yellow_cards", "red_cards"]
PER_90 = ["goals", "assists", "yellow_cards", "red_cards"]
METRICS = ["games", "minutes", *(f"{name}_per_90" for name in PER_90)]
NOT_FOR_GOALKEEPERS = {"goals_per_90", "assists_per_90"}
SCOPES = {"position": ["year"], "league": ["year", "league"]}
MINUTES, COHORT = 900, 30  # as documented, not imported from the code

# A data set, and the number of leagues its seasons are assigned to.
REAL = os.environ.get("DATASET_DIR", "")
NO_DATA = pytest.mark.skipif(not REAL, reason="DATASET_DIR is not set")
DATA_SETS = [
    pytest.param(SAMPLE, 2, id="sample"),
    pytest.param(Path(REAL), 12, id="real", marks=NO_DATA),
]
# Size, number excluded, and the percentile if there is one.
Expected = tuple[int, int, float | None]


def read(folder: Path, leagues: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The players by id, and their seasons.

    Few seasons in the file have a league, so leagues are assigned by player id, none to every
    tenth player.
    """
    players = pd.read_csv(folder / "players.csv", index_col="player_id")
    words = {"Goalkeeper": "Goalkeeper", "Defender": "Defender", "Midfield": "Midfielder",
             "Attack": "Attack"}  # fmt: skip
    players["position"] = players["position"].map(words)
    players["born"] = pd.to_datetime(players["date_of_birth"])
    players["value"] = players["market_value_in_eur"]
    seasons = pd.read_csv(folder / "player_seasons.csv")
    seasons = seasons.rename(columns={"last_season": "year", "minutes_played": "minutes"})
    for name in ("position", "sub_position"):
        seasons[name] = seasons["player_id"].map(players[name])
    names = "Fictional League " + (seasons["player_id"] % leagues).astype(str)
    seasons["league"] = names.where(seasons["player_id"] % 10 != 0)
    seasons = seasons[seasons["player_id"].isin(players.index)]
    for name in PER_90:
        seasons[f"{name}_per_90"] = seasons[name] * 90 / seasons["minutes"]
    return players, seasons


def rounded(share: Decimal) -> float:
    """A share as a percentile, halves rounded up."""
    return float((share * 100).quantize(Decimal("0.1"), ROUND_HALF_UP))


def ranks(seasons: pd.DataFrame) -> dict[tuple[int, str], Expected]:
    """The expected percentiles, by player id and evidence id.

    A player is compared with the sub-position where that is large enough, otherwise with the
    position. The average rank is the number below plus half of those level plus a half; the
    mid-rank is that minus a half, as a share of all.
    """
    found: dict[tuple[int, str], Expected] = {}
    for scope, within in SCOPES.items():
        for place in ("position", "sub_position"):  # the second replaces the first
            known = seasons.dropna(subset=[*within, place, "position"])
            keys = [*within, "position", place] if place == "sub_position" else [*within, place]
            enough = known[known["minutes"] >= MINUTES]
            cohorts = enough.groupby(keys)
            sizes = cohorts["player_id"].transform("size")
            short = known[known["minutes"] < MINUTES].groupby(keys).size().to_dict()
            for metric in METRICS:
                average = cohorts[metric].rank(method="average")
                rows = zip(enough["player_id"], enough["year"], enough["position"],
                           enough[keys].itertuples(index=False), average, sizes,
                           strict=True)  # fmt: skip
                for player, year, position, key, rank, size in rows:
                    if position == "Goalkeeper" and metric in NOT_FOR_GOALKEEPERS:
                        continue
                    large = size >= COHORT
                    value = rounded((Decimal(rank) - Decimal("0.5")) / size) if large else None
                    if large or (scope == "position" and place == "position"):
                        expected = size, short.get(tuple(key), 0), value
                        found[player, f"season.{year}.{metric}.{scope}"] = expected
    return found


def value_rank(players: pd.DataFrame, subject: Any) -> Expected | None:
    """The expected percentile of a player's market value, by counting."""
    if pd.isna(subject["value"]) or pd.isna(subject["born"]) or pd.isna(subject["position"]):
        return None
    years = pd.DateOffset(years=2)
    near = players["born"].between(subject["born"] - years, subject["born"] + years)
    near &= players["position"] == subject["position"]
    cohort = players.loc[near, "value"]
    values = cohort.dropna()
    below, equal = int((values < subject["value"]).sum()), int((values == subject["value"]).sum())
    share = (Decimal(below) + Decimal(equal) / 2) / len(values)
    value = rounded(share) if len(values) >= COHORT else None
    return len(values), int(cohort.isna().sum()), value


def assign_leagues(seasons: pd.DataFrame) -> dict[int, int]:
    """Store the leagues and compute the percentiles; the players' ids by their ids in the file."""
    with session_scope() as session:
        ids = {int(source_id or 0): id for source_id, id in
               session.exec(select(Player.source_id, Player.id)) if id}  # fmt: skip
        leagues = seasons.drop_duplicates("player_id").set_index("player_id")["league"].dropna()
        competition_ids = {name: competition(session, name) for name in leagues.unique()}
        session.exec(update(StatLine).values(competition_id=None))
        for number, name in leagues.items():
            of_player = col(StatLine.player_id) == ids[number]
            values = {"competition_id": competition_ids[name]}
            session.exec(update(StatLine).where(of_player).values(**values))
    compute()
    return ids


def found_of(player_id: int) -> dict[str, Expected]:
    """The percentiles in a player's dossier, by evidence id."""
    with session_scope(writes=False) as session:
        evidence = dossier.build(session, player_id=player_id).evidence
    return {
        item.id: (item.cohort.size, item.cohort.left_out, item.value)  # type: ignore[misc]
        for item in evidence
        if item.cohort
    }


@pytest.mark.timeout(600)  # of real data on a busy machine
@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(("folder", "leagues"), DATA_SETS)
def test_percentiles_match_pandas(folder: Path, leagues: int) -> None:
    players, seasons = read(folder, leagues)
    load(folder)
    careers.load("seasons", source(folder))
    ids = assign_leagues(seasons)
    expected: dict[int, dict[str, Expected]] = {number: {} for number in players.index}
    for (number, id), rank in ranks(seasons).items():
        expected[number][id] = rank
    compared: dict[str, int] = {"position": 0, "league": 0, "percentile": 0}
    for number in players.sample(PLAYERS, random_state=4).index:
        if rank_of_value := value_rank(players, players.loc[number]):
            expected[number]["value.percentile"] = rank_of_value
        assert found_of(ids[number]) == expected[number], number
        for id, (_size, _left_out, value) in expected[number].items():
            compared[id.rpartition(".")[2]] += value is not None
    assert compared["position"] > 2000
    assert compared["league"] > 2000
    assert compared["percentile"] > 400
