"""The metric catalogue: complete, and free of contradictions."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from football_player_service.app.metrics.catalogue import (
    Group,
    InvalidCatalogue,
    Storage,
    catalogue,
    header_key,
)
from scripts import catalogue as script

ENTRY = """
[{key}]
label = "{label}"
short_label = "{label}"
group = "shooting"
storage = "{storage}"
{parts}
better = "higher"
range = [0, 5]
decimals = 0
words = {{ singular = "shot", plural = "shots", verb = "took" }}
headers.own = {{ value = ["{header}"] }}
"""


def entry(key: str, **changes: str) -> str:
    """An entry of a catalogue."""
    fields = {"label": key, "storage": "total", "parts": "", "header": key} | changes
    return ENTRY.format(key=key, **fields)


def load(tmp_path: Path, *entries: str) -> list[str]:
    """The keys of a catalogue with these entries."""
    path = tmp_path / "catalogue.toml"
    path.write_text("".join(entries))
    return list(catalogue(path))


def test_the_catalogue_covers_every_group_with_at_least_150_metrics() -> None:
    metrics = catalogue().values()
    assert len(metrics) >= 150
    assert {metric.group for metric in metrics} == set(Group)
    assert all(metric.headers for metric in metrics if metric.group != Group.PHYSICAL)


def test_every_total_per_90_has_its_minutes_and_percentages_their_scale() -> None:
    for metric in catalogue().values():
        low, high = metric.range
        if metric.storage is Storage.PERCENT:
            assert (low, high, metric.unit) == (0, 100, "%"), metric.key
        if metric.storage is Storage.PER_90:
            assert metric.has_rate, metric.key


def test_the_statistics_of_careers_are_ordinary_entries() -> None:
    metrics = catalogue()
    rates = {"goals", "assists", "yellow_cards", "red_cards"}
    for key in ("games", "minutes", *rates):
        assert metrics[key].storage is Storage.TOTAL
        assert metrics[key].has_rate == (key in rates)
        assert key in metrics[key].headers["transfermarkt"].value


def test_a_catalogue_is_read_in_its_order(tmp_path: Path) -> None:
    assert load(tmp_path, entry("shots"), entry("goals")) == ["shots", "goals"]


@pytest.mark.parametrize(
    ("entries", "problem"),
    [
        (
            [entry("ratio", storage="percent", parts='denominator = "shots"')],
            "ratio, denominator: no metric has the key 'shots'",
        ),
        (
            [entry("goals", parts='denominator = "goals"')],
            "goals, denominator: is the metric itself",
        ),
        (
            [entry("shots"), entry("goals", label="SHOTS")],
            "goals, label: another metric has 'SHOTS' too",
        ),
        (
            [entry("shots", header="Sh"), entry("goals", header="  sh ")],
            "goals, headers.own: shots has 'sh' too",
        ),
    ],
)
def test_a_contradiction_is_refused(tmp_path: Path, entries: list[str], problem: str) -> None:
    with pytest.raises(InvalidCatalogue) as refused:
        load(tmp_path, *entries)
    assert problem in str(refused.value).splitlines()


@pytest.mark.parametrize(
    "changes",
    [
        {"storage": "sum"},
        {"parts": 'numerator = "goals"'},
        {"storage": "per_90"},
        {"storage": "percent", "parts": "headers.own2 = { per_90 = ['x'] }"},
        {"parts": "colour = 'red'"},
    ],
)
def test_a_wrong_field_is_refused(tmp_path: Path, changes: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        load(tmp_path, entry("shots", **changes))


def test_column_names_are_compared_without_case_spaces_and_byte_order_mark() -> None:
    assert header_key("\ufeff Goals  per 90 ") == header_key("goals PER 90")
    assert header_key("xG") != header_key("xA")


def test_the_catalogue_is_printed_by_group(capsys: pytest.CaptureFixture[str]) -> None:
    script.main()
    output = capsys.readouterr().out
    assert "Goalkeeping (" in output
    assert "progressive_passes" in output
    assert f"{len(catalogue())} metrics of 12 providers." in output
