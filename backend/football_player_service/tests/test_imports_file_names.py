"""Seasons, days, providers and competitions in the names of files; positions in cells."""

from datetime import date
from pathlib import Path

import pytest

from football_player_service.app.imports import positions
from football_player_service.app.imports.file_names import SeasonName, Suggestion, season, suggest
from football_player_service.app.record.models import Span


def a_season(year: int) -> SeasonName:
    """The season that starts in the year."""
    return SeasonName(Span.SEASON, year)


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("fbref-2025-26.csv", Suggestion("fbref", a_season(2025))),
        ("Wyscout_Crown League_24-25.xlsx", Suggestion("wyscout", a_season(2024), "Crown League")),
        ("players 2024_2025 (2025-04-30).csv", Suggestion(None, a_season(2024), None,
                                                          date(2025, 4, 30))),
        ("understat_2023.csv", Suggestion("understat", SeasonName(Span.YEAR, 2023))),
        ("football manager 30.04.2026.csv", Suggestion("football_manager", None, None,
                                                       date(2026, 4, 30))),
        ("export_20260430.csv", Suggestion(None, None, None, date(2026, 4, 30))),
        ("Search results (13).xlsx", Suggestion()),
        ("squad 12-14.csv", Suggestion()),
    ],
)  # fmt: skip
def test_what_a_name_suggests(name: str, suggestion: Suggestion) -> None:
    assert suggest(Path(name), competitions=["Crown League", "Cup"]) == suggestion


@pytest.mark.parametrize(
    ("text", "bare", "found"),
    [
        ("2025/26", "calendar", a_season(2025)),
        ("2025-2026", "calendar", a_season(2025)),
        ("99/00", "calendar", a_season(1999)),
        ("2024", "calendar", SeasonName(Span.YEAR, 2024)),
        ("2024.0", "first_year", a_season(2024)),
        ("2425", "code", a_season(2024)),
        ("2024", "code", a_season(2024)),
        ("2425", "calendar", None),
        ("2025/27", "calendar", None),
        ("25/2026", "calendar", None),
        ("soon", "calendar", None),
    ],
)
def test_what_a_season_is(text: str, bare: str, found: SeasonName | None) -> None:
    assert season(text, bare=bare) == found


def test_how_a_season_is_written() -> None:
    assert [str(a_season(year)) for year in (1999, 2025)] == ["1999/00", "2025/26"]
    assert str(SeasonName(Span.YEAR, 2025)) == "2025"


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("MF,FW", "Midfielder"), ("GK", "Goalkeeper"), ("CF, RW, AMF", "Attack"),
        ("LCB3, RCB", "Defender"), ("RCMF3", "Midfielder"), ("M(CLR),FW", "Midfielder"),
        ("D(C)", "Defender"), ("F M S", "Attack"), ("Left Wing Back", "Defender"),
        ("Right Centre Forward", "Attack"), ("Center Attacking Midfield", "Midfielder"),
        ("Left Wing", "Attack"), ("GKP", "Goalkeeper"), ("Sub", None), ("", None), ("7", None),
    ],
)  # fmt: skip
def test_position_groups_of_what_providers_write(text: str, group: str | None) -> None:
    assert positions.group(text) == group
