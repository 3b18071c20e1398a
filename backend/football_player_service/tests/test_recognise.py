"""Columns are recognised by the names that providers give them, and can be mapped by hand."""

import csv
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from football_player_service.app.db import session_scope
from football_player_service.app.imports import mapping
from football_player_service.app.imports.recognise import (
    Recognised,
    Use,
    column_names,
    find_provider,
    fingerprint,
    missing_columns,
    parse_meaning,
    recognise,
)
from football_player_service.app.imports.tables import UnusableFile
from football_player_service.app.metrics.catalogue import Form, catalogue
from football_player_service.app.metrics.providers import ANY, Field, providers

METRICS = catalogue()

# Columns as each provider names them; far fewer than its files have.
HEADERS = {
    "fbref": ["Rk", "Player", "Nation", "Pos", "Squad", "Comp", "Age", "Born", "MP", "Min", "90s",
              "Gls", "G+A-PK", "Sh", "Sh/90", "SoT%", "G/Sh", "Rk_stats_misc", "CrdY_stats_misc"],
    "soccerdata": ["league", "season", "team", "player", "nation", "playing time_min",
                   "performance_gls", "per 90 minutes_gls", "passing_nation", "passing_total_cmp",
                   "possession_take-ons_succ%", "defense_tackles_def 3rd"],
    "wyscout": ["Player", "Team", "Position", "Age", "Matches played", "Minutes played", "Goals",
                "Goals per 90", "Duels won, %", "PAdj Interceptions", "Aerial duels per 90",
                "Average pass length, m", "Passport country", "On loan", "Aerial duels per 90"],
    "statsbomb": ["player_name", "team_name", "player_season_minutes", "primary_position",
                  "player_season_np_xg_90", "player_season_obv_pass_90",
                  "player_season_passing_ratio"],
    "opta": ["Player", "Team", "appearances", "mins_played", "goals", "goal_assist",
             "total_scoring_att", "ontarget_scoring_att", "total_att_assist", "corner_taken",
             "last_man_tackle", "effective_head_clearance"],
    "sofascore": ["sofascore_player_id", "player_name", "minutes_played", "rating", "goal_assist",
                  "total_contest", "won_contest", "was_fouled", "xg_on_target"],
    "fotmob": ["ParticipantName", "TeamName", "mins_played", "expected_goals_per_90",
               "_save_percentage", "poss_won_att_3rd", "Rank"],
    "whoscored": ["name", "tm", "nat", "age", "pos", "cm", "kg", "app", "min", "spG", "pa%", "tac",
                  "aerWon", "drbP", "cOff"],
    "understat": ["season", "league", "name", "team", "apps", "minutes", "npg", "xG", "xGChain",
                  "xG90", "xG90_xA90"],
    "fpl": ["first_name", "second_name", "code", "id", "minutes", "goals_scored", "bps",
            "expected_goals_per_90", "threat", "threat_rank", "now_cost", "element_type"],
    "football_manager": ["UID", "Name", "Nat", "2nd Nat", "Position", "Club", "Division", "Apps",
                         "Mins", "Gls", "Gls/90", "Pr passes/90", "Hdr %", "K Tck/90",
                         "Transfer Value"],
    "transfermarkt": ["player_id", "name", "last_season", "games", "minutes_played", "goals",
                      "assists", "yellow_cards", "red_cards"],
}  # fmt: skip


def of(header: list[str], provider: str, columns: dict[str, str] | None = None) -> Recognised:
    """A header as a provider means it."""
    return recognise(header, provider=provider, metrics=METRICS, mapping=columns)


def meanings(recognised: Recognised) -> dict[str, str]:
    """The meaning of each column, as it is written in a mapping, without reasons."""
    return {c.name: str(c.meaning).partition(":")[0] for c in recognised.columns}


def test_every_provider_of_the_catalogue_is_known() -> None:
    assert {p for metric in METRICS.values() for p in metric.headers} == providers().keys() - {ANY}
    assert HEADERS.keys() == providers().keys() - {ANY}


def test_a_column_means_a_field_or_a_metric_never_both() -> None:
    assert not {*Field, "ignore"} & METRICS.keys()
    for key, provider in providers().items():
        names = [*provider.field_of, *provider.reason_of]
        assert len(names) == len(set(names)), key
        for metric in METRICS.values():
            columns = metric.headers.get(key)
            clashes = [n for n, _ in columns.items() if n.casefold() in names] if columns else []
            assert not clashes, (key, metric.key, clashes)


@pytest.mark.parametrize("provider", HEADERS)
def test_the_provider_and_every_column_are_recognised(provider: str) -> None:
    header = HEADERS[provider]
    assert find_provider(header, METRICS) == provider
    recognised = of(header, provider)
    unknown = [c.name for c in recognised.columns if "not recognised" in c.meaning.reason]
    assert unknown == []
    assert missing_columns(recognised) == []


def test_forms_repetitions_and_reasons() -> None:
    recognised = of(HEADERS["fbref"], "fbref")
    found = meanings(recognised)
    assert found["Sh"] == "shots"
    assert found["Sh/90"] == "shots per 90"
    assert found["G+A-PK"] == "non_penalty_goals_assists per 90"
    assert found["Born"] == "birth_year"
    reasons = {c.name: c.meaning.reason for c in recognised.of(Use.IGNORED)}
    assert reasons == {
        "Rk": "number of the row",
        "90s": "minutes divided by 90",
        "Rk_stats_misc": "number of the row",
    }


def test_a_second_column_of_a_metric_checks_the_first() -> None:
    header = ["Player", "Min", "Gls", "Gls_stats_shooting", "PKatt", "PKatt_stats_keeper"]
    recognised = of(header, "fbref")
    (check,) = recognised.of(Use.CHECK)
    assert (check.name, check.meaning.metric) == ("Gls_stats_shooting", "goals")
    assert check.meaning.reason == "compared with Gls"
    assert meanings(recognised)["PKatt_stats_keeper"] == "penalties_faced"


def test_a_repeated_name_is_told_apart_by_its_number() -> None:
    assert column_names(["Age", " age", "Sh", "AGE"]) == ["Age", "age (2)", "Sh", "AGE (3)"]
    recognised = of(HEADERS["wyscout"], "wyscout")
    (check,) = recognised.of(Use.CHECK)
    assert (check.position, check.name) == (14, "Aerial duels per 90 (2)")
    recognised = of(
        HEADERS["wyscout"], "wyscout", {"Aerial duels per 90 (2)": "aerials_won per 90"}
    )
    assert recognised.of(Use.CHECK) == []
    assert meanings(recognised)["Aerial duels per 90"] == "aerial_duels per 90"


def test_case_spaces_and_a_byte_order_mark_do_not_matter() -> None:
    plain, odd = ["Player", "Goals per 90"], ["\ufeffPLAYER", "  goals  PER 90"]
    assert fingerprint(plain) == fingerprint(odd) != fingerprint(plain[::-1])
    found = meanings(of(odd, "wyscout"))
    assert list(found.values()) == ["name", "goals per 90"]


def test_a_file_of_the_users_own_names_metrics_as_the_catalogue_does() -> None:
    header = ["Name", "Date of birth", "Team", "minutes", "xg", "Expected assists (xA)",
              "goals per 90", "progressive_passes/90", "Pass %", "Remark"]  # fmt: skip
    found = meanings(of(header, "our_scouts"))
    assert list(found.values()) == [
        "name", "date_of_birth", "club", "minutes", "xg", "xa", "goals per 90",
        "progressive_passes per 90", "pass_pct", "ignore",
    ]  # fmt: skip
    with pytest.raises(UnusableFile, match="Add --provider with one of fbref, "):
        find_provider(["Coach", "Shoe size", "Goals"], METRICS)


def test_columns_that_fit_several_providers_are_asked_about() -> None:
    header = ["name", "minutes_played", "goals", "assists", "yellow_cards", "red_cards"]
    with pytest.raises(UnusableFile, match=r"several providers: .*Add --provider"):
        find_provider(header, METRICS)
    assert find_provider(header, METRICS, suggested="transfermarkt") == "transfermarkt"


def test_a_mapping_takes_precedence_over_what_is_recognised() -> None:
    header = ["Player", "Nickname", "Gls", "Sh"]
    columns = {"nickname": "name", "GLS": "non_penalty_goals", "Sh": "ignore"}
    found = meanings(of(header, "fbref", columns))
    assert found == {
        "Player": "ignore", "Nickname": "name", "Gls": "non_penalty_goals", "Sh": "ignore",
    }  # fmt: skip


def test_all_problems_of_a_mapping_are_told_at_once() -> None:
    columns = {"Goal": "goals", "Gls": "golas", "Sh": "pass_pct per 90", "Player": "name"}
    with pytest.raises(UnusableFile) as refused:
        of(["Player", "Goals", "Gls", "Sh"], "fbref", columns)
    assert str(refused.value).splitlines() == [
        "The mapping cannot be used:",
        "'Goal': the file has no such column. Did you mean Goals?",
        "'Gls' = 'golas': neither a field nor a metric. Did you mean goals?",
        "'Sh' = 'pass_pct per 90': pass_pct has no rate per 90; write pass_pct",
    ]


def test_all_missing_columns_are_told_at_once() -> None:
    assert missing_columns(of(["Squad", "Min"], "fbref")) == [
        "a column with the name of the player",
        "a column with a metric",
    ]
    assert missing_columns(of(["first_name", "second_name", "bps"], "fpl")) == []


@pytest.mark.parametrize(
    ("text", "form"),
    [("goals", Form.VALUE), ("Goals per 90", Form.PER_90), ("padj_pressures", Form.PER_90)],
)
def test_the_form_of_a_written_meaning(text: str, form: Form) -> None:
    meaning = parse_meaning(text, METRICS)
    assert not isinstance(meaning, str)
    assert meaning.form is form


def test_a_mapping_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_text('provider = "our_scouts"\n[columns]\n"Sc/90" = "shots per 90"\n')
    assert mapping.read(path) == mapping.MappingFile("our_scouts", {"Sc/90": "shots per 90"})


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[columns", "not TOML"),
        ("provider = 1\n[columns]\na = 2", r"provider must be text; 'a': the meaning must be text"),
        ("column = 'x'", "'column' is not expected"),
        ("columns = 'x'", "columns must be a table"),
    ],
)
def test_a_mapping_file_that_cannot_be_used(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "ours.toml"
    path.write_text(text)
    with pytest.raises(UnusableFile, match=problem):
        mapping.read(path)
    with pytest.raises(UnusableFile, match="cannot be read"):
        mapping.read(tmp_path / "none.toml")


@pytest.mark.usefixtures("database")
def test_a_confirmed_mapping_is_remembered_for_its_header() -> None:
    header = ["Player", "Gls", "Sh"]
    key = fingerprint(header)
    with session_scope() as session:
        for columns in ({"Sh": "shots"}, {"Sh": "ignore"}):  # the later one counts
            recognised = of(header, "fbref", columns)
            mapping.confirm(session, recognised=recognised, fingerprint=key, username="scout")
    with session_scope(writes=False) as session:
        known = mapping.confirmed(session, provider="fbref", fingerprint=key, metrics=METRICS)
        assert known == {"Player": "name", "Gls": "goals", "Sh": "ignore: by the mapping"}
        assert of(header, "fbref", known) == recognised
        without = {k: m for k, m in METRICS.items() if k != "goals"}
        known = mapping.confirmed(session, provider="fbref", fingerprint=key, metrics=without)
        assert known == {"Player": "name", "Sh": "ignore: by the mapping"}
        other = mapping.confirmed(session, provider="opta", fingerprint=key, metrics=METRICS)
        assert other is None


def real_headers() -> Iterator[tuple[str, list[str]]]:
    """The header lines in `WIDE_DIR`, by the name of their file."""
    for path in sorted(Path(os.environ["WIDE_DIR"]).glob("[0-9]*.txt")):
        text = path.read_text(encoding="utf-8")
        delimiter = re.search("delimiter: '(.)'", text)
        assert delimiter, path
        line = text.partition("HEADER: ")[2]
        yield path.name, next(csv.reader([line.strip()], delimiter=delimiter[1]))


@pytest.mark.skipif("WIDE_DIR" not in os.environ, reason="WIDE_DIR is not set: no real headers")
def test_every_column_of_the_real_files_is_recognised() -> None:
    unknown = {}
    for name, header in real_headers():
        recognised = of(header, find_provider(header, METRICS))
        assert missing_columns(recognised) == [], name
        columns = [c.name for c in recognised.columns if "not recognised" in c.meaning.reason]
        if columns:
            unknown[name] = columns
    assert unknown == {}
