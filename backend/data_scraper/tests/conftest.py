"""The committed sample files, read once."""

import csv

import pytest

from data_scraper.make_sample import DEFAULT_OUT
from data_scraper.sample_tables import HEADERS

SampleFiles = dict[str, list[dict[str, str]]]


@pytest.fixture(scope="session")
def files() -> SampleFiles:
    """Rows by file name without its ending; every cell is text."""
    found = {}
    for name in HEADERS:
        with (DEFAULT_OUT / name).open(encoding="utf-8", newline="") as file:
            found[name.removesuffix(".csv")] = list(csv.DictReader(file, strict=True))
    return found
