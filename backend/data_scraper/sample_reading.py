"""Reading the committed sample files back, for the tests."""

import csv
from pathlib import Path

from data_scraper.sample_headers import HEADERS

SAMPLE = Path(__file__).resolve().parent / "sample"

SampleFiles = dict[str, list[dict[str, str]]]  # rows by file name without its ending


def read_sample() -> SampleFiles:
    """All six files; every cell is text, an empty one is ``""``."""
    files = {}
    for name in HEADERS:
        with (SAMPLE / name).open(encoding="utf-8", newline="") as file:
            files[name.removesuffix(".csv")] = list(csv.DictReader(file, strict=True))
    return files
