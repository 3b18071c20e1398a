"""What is stored equals what pandas reads from the same file: every figure of 300 players."""

import os
import random
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from sqlmodel import select

from football_player_service.app import countries
from football_player_service.app.db import session_scope
from football_player_service.app.imports import opening
from football_player_service.app.imports.recognise import Use
from football_player_service.app.metrics.catalogue import Form, catalogue
from football_player_service.app.players import service as players
from football_player_service.app.players.models import Player
from football_player_service.app.players.schemas import PlayerFields
from football_player_service.tests.wide_files import load, stored_lines

PLAYERS = 300


def add_players(rows: pd.DataFrame) -> None:
    """Store a player for every row, born on the day in the column `Day`."""
    with session_scope() as session:
        for _, row in rows.iterrows():
            fields = {
                "full_name": row["Player"],
                "country": countries.resolve(str(row["Nation"])),
                "date_of_birth": row["Day"],
                "current_team": row["Squad"],
            }
            players.create(session, fields=PlayerFields.model_validate(fields))


def of_pandas(path: Path, table: pd.DataFrame) -> list[dict[str, Any]]:
    """Each row's figures as pandas reads them, by metric; a rate has the suffix `/90`."""
    recognised = opening.open_file(path, provider="fbref").recognised
    found: list[dict[str, Any]] = []
    for _, row in table.iterrows():
        figures = {}
        for column in recognised.of(Use.METRIC):
            cell = row.iloc[column.position]
            if not pd.isna(cell):
                suffix = "/90" if column.meaning.form is Form.PER_90 else ""
                figures[f"{column.meaning.metric}{suffix}"] = float(str(cell).replace("+", ""))
        found.append(figures)
    return found


def of_record() -> list[tuple[str, dict[str, Any]]]:
    """The figures of each stored line, with the player's name."""
    with session_scope(writes=False) as session:
        names = {p.id: p.full_name for p in session.exec(select(Player))}
    found = []
    for line in stored_lines():
        figures = {"games": line["games"], "minutes": line["minutes"]}
        for metric, (value, rate) in line["figures"].items():
            figures |= {metric: value, f"{metric}/90": rate}
        known = {key: figure for key, figure in figures.items() if figure is not None}
        found.append((names[line["player_id"]], known))
    return found


def without_impossible(figures: dict[str, Any]) -> dict[str, Any]:
    """The figures without percentages of nothing and rates without minutes."""
    metrics = catalogue()

    def is_possible(key: str) -> bool:
        if key.endswith("/90"):
            return bool(figures["minutes"])
        metric = metrics[key]
        of = metric.denominator or ""
        return metric.storage != "percent" or figures.get(of) != 0

    return {key: figure for key, figure in figures.items() if is_possible(key)}


COLUMNS = {  # of FBref, and the most that a player may have
    "Gls": 30, "Ast": 20, "PK": 6, "CrdY": 12, "CrdR": 2, "Sh": 120, "Tkl": 90, "Int": 70,
    "Clr": 150, "KP": 80, "PrgP": 250, "PrgC": 150, "Touches": 2500, "Rec": 1800, "Fls": 60,
    "Off": 30, "Recov": 200, "Carries": 1500, "Mis": 70, "Dis": 60,
}  # fmt: skip


def fictional(path: Path) -> Path:
    """Write a file as FBref does, of so many fictional players."""
    chance = random.Random(11)  # noqa: S311
    rows = []
    for number in range(PLAYERS):
        minutes = chance.choice([0, chance.randint(1, 300), chance.randint(300, 3400)])
        figures = {
            name: chance.randint(0, most) * minutes // 3400 for name, most in COLUMNS.items()
        }
        on_target = chance.randint(0, figures["Sh"])
        rows.append(
            {
                "Player": f"Fictional Player {number}", "Nation": "it ITA", "Pos": "MF",
                "Squad": f"Fictional Club {number % 20}", "Comp": "it Crown League",
                "Born": 1990 + number % 17, "MP": min(38, minutes), "Min": minutes, **figures,
                "SoT": on_target,
                "SoT%": f"{100 * on_target / figures['Sh']:.1f}" if figures["Sh"] else "",
                "Sh/90": f"{figures['Sh'] / minutes * 90:.2f}" if minutes else "",
                "xG": f"{chance.random() * minutes / 200:.1f}" if chance.random() < 0.9 else "",
                "+/-": f"{chance.randint(-30, 30) * minutes // 3400:+d}",
            }
        )  # fmt: skip
    pd.DataFrame(rows).to_csv(path, index=False)
    return path


@pytest.mark.usefixtures("database")
def test_every_figure_of_fictional_players_equals_pandas(tmp_path: Path) -> None:
    path = fictional(tmp_path / "fbref.csv")
    table = pd.read_csv(path, dtype={"+/-": str})
    born = table.assign(Day=table["Born"].map("{}-03-04".format))
    add_players(born)
    report = load(path, provider="fbref")
    assert report.inserted == PLAYERS
    expected = zip(table["Player"], of_pandas(path, table), strict=True)
    stored = of_record()
    assert len(stored) == PLAYERS
    for (name, figures), (stored_name, known) in zip(expected, stored, strict=True):
        assert stored_name == name
        assert known == without_impossible(figures), name


@pytest.mark.skipif("WIDE_DIR" not in os.environ, reason="WIDE_DIR is not set: no real files")
@pytest.mark.usefixtures("database")
def test_every_figure_of_real_players_equals_pandas() -> None:
    path = Path(os.environ["WIDE_DIR"]) / "fbref-2025-26.csv"
    whole = pd.read_csv(path, dtype=str)
    assert len(whole) == 2683
    known = whole.dropna(subset=["Born"]).drop_duplicates(["Player", "Born"]).head(PLAYERS)
    known = known.assign(Day=known["Born"].map("{}-03-04".format))
    add_players(known)
    report = load(path, provider="fbref")
    people = set(zip(known["Player"], known["Born"], strict=True))
    rows = whole[[pair in people for pair in zip(whole["Player"], whole["Born"], strict=True)]]
    assert report.inserted == len(rows) >= PLAYERS
    expected = zip(rows["Player"], of_pandas(path, rows), strict=True)
    for (name, figures), (stored_name, stored) in zip(expected, of_record(), strict=True):
        assert stored_name == name
        assert stored == without_impossible(figures), name
