"""True and false sentences, in the tables `sentences/*.txt`.

A row is `sentence | evidence cited | reason`; without a reason the sentence holds. A line
`@ striker: sign` names the dossier of `dossiers` that follows, and the verdict given.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from ai_service.gate import Gate
from ai_service.schemas import Sentence, Verdict
from ai_service.tests import dossiers

_TABLES = Path(__file__).with_name("sentences")
_GATES = {make.__name__: Gate(make()) for make in dossiers.ALL}

Row = tuple[str, Verdict, str, list[str], str]


def _rows() -> Iterator[Row]:
    for table in sorted(_TABLES.glob("*.txt")):
        dossier, verdict = "", ""
        for line in table.read_text(encoding="utf-8").splitlines():
            if line.startswith("@"):
                dossier, verdict = (part.strip() for part in line[1:].split(":"))
            elif line and not line.startswith("#"):
                text, ids, *reason = (part.strip() for part in line.split(" |"))
                yield dossier, cast(Verdict, verdict), text, ids.split(), "".join(reason)


_ALL = [*_rows()]


def _name(row: Row) -> str:
    return row[2][:60]


@pytest.mark.parametrize("row", [row for row in _ALL if not row[4]], ids=_name)
def test_it_holds(row: Row) -> None:
    dossier, verdict, text, ids, _ = row
    assert _GATES[dossier].reasons(Sentence(text=text, evidence=ids), verdict=verdict) == []


@pytest.mark.parametrize("row", [row for row in _ALL if row[4]], ids=_name)
def test_it_is_refused(row: Row) -> None:
    dossier, verdict, text, ids, reason = row
    found = _GATES[dossier].reasons(Sentence(text=text, evidence=ids), verdict=verdict)
    assert reason in " / ".join(found)


def test_the_tables_are_large_enough_to_mean_something() -> None:
    assert sum(not row[4] for row in _ALL) >= 300
    assert sum(bool(row[4]) for row in _ALL) >= 150
