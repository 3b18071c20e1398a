"""A club of a past season is not called the current club."""

import pytest

from ai_service.gate import Gate
from ai_service.schemas import Dossier, Sentence
from ai_service.tests.dossiers import AS_OF, item, profile, transfers

ROLE = ["age", "sub_position", "club"]


def gate(last: str) -> Gate:
    """AS_OF lies in the season 2026/27."""
    evidence = profile(age=39, position="Attack", sub_position="Right Winger", last_season=last)
    evidence.append(item("club", "Heronmoor Rovers", "text", period=last))
    evidence += transfers(("2021-08-10", "Bonkekolk", "Heronmoor Rovers", None))
    return Gate(Dossier(player="Ivo Testarossa", as_of=AS_OF, evidence=evidence))


@pytest.mark.parametrize(
    ("text", "cited", "holds"),
    [
        ("Ivo Testarossa is a right winger of 39 at Heronmoor Rovers.", ROLE, False),
        ("Ivo Testarossa plays for Heronmoor Rovers.", ["club"], False),
        ("The present club is Heronmoor Rovers.", ["club"], False),
        ("Ivo Testarossa is a right winger, on record at Heronmoor Rovers.", ROLE, True),
        ("The club on record is Heronmoor Rovers.", ["club"], True),
        ("Ivo Testarossa joined Heronmoor Rovers from Bonkekolk.",
         ["club", "transfer.1.from", "transfer.1.to"], True),
        ("Ivo Testarossa is 39 years old.", ["age", "club"], True),
    ],
)  # fmt: skip
def test_a_club_of_a_season_that_is_over(text: str, cited: list[str], holds: bool) -> None:
    reasons = gate("2022/23").reasons(Sentence(text=text, evidence=cited), verdict="monitor")
    assert (reasons == []) is holds, reasons
    now = gate("2026/27").reasons(Sentence(text=text, evidence=cited), verdict="monitor")
    assert now == []
