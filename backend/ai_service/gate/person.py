"""The player: age, birth, height and foot."""

from datetime import date
from typing import Final

from ai_service.gate import evidence
from ai_service.gate.days import is_on
from ai_service.gate.hedges import hedge_in
from ai_service.gate.names import PLAYER
from ai_service.gate.numbers import Number, agrees
from ai_service.gate.parsed import Match, Parsed, Rules

_METRE: Final = 100
_A_YEAR: Final = 12
_OF_AGE: Final = 18
_CENTIMETRE: Final = 0.01
_DONE: Final = ("verb", "metric", "metric1", "scoring", "played")
_LAST_SAFE_DAY: Final = 28


def check(sentence: Parsed) -> None:
    sentence.apply(RULES)


def check_bare(sentence: Parsed) -> None:
    """He is 24: a number that nothing else accounts for, where the age is cited."""
    for match in sentence.matches("number"):
        before = sentence.items[match.start - 1] if match.start else None
        is_of_other = (
            before is not None
            and before.kind == "name"
            and (
                PLAYER not in before.value.ids  # "Heronmoor Rovers is 24"
            )
        )
        if not is_of_other:
            _age_bare(sentence, match)


def _age(sentence: Parsed, match: Match) -> None:
    """24 years old; aged 24; a 24-year-old; at 24."""
    number, age = match.one("number").value, sentence.cited.number("age")
    holds = age is not None and agrees(age, number, hedge_in(match), rounds=False)
    sentence.check(holds, evidence.has(sentence, match.text, ("age", "date_of_birth")))
    match.use()


def _age_bare(sentence: Parsed, match: Match) -> None:
    """At 24; a centre-forward of 24. Taken for an age only where the age is cited."""
    if sentence.cited.number("age") is not None:
        _age(sentence, match)


def _born(sentence: Parsed, match: Match) -> None:
    """Born on 9 March 2002; born in 2002."""
    holds = is_on(match.one("date", "calendar"), sentence.cited.day("date_of_birth"))
    sentence.check(holds, evidence.has(sentence, match.text, ("date_of_birth",)))
    match.use()


def _turns(sentence: Parsed, match: Match) -> None:
    """Turns 25 in March 2027."""
    number, when = match.one("number").value, match.one("date", "calendar")
    born, day = sentence.cited.day("date_of_birth"), None
    if born is not None:
        # A birthday on 29 February is kept in February.
        day = date(born.year + int(number.value), born.month, min(born.day, _LAST_SAFE_DAY))
        if when.kind == "date" and when.value.day == born.day:
            day = day.replace(day=born.day)
    sentence.check(is_on(when, day), evidence.has(sentence, match.text, ("date_of_birth",)))
    match.use()


def _minor(sentence: Parsed, match: Match) -> None:
    """A minor."""
    age = sentence.cited.number("age")
    denied = sentence.is_denied(match.start)
    holds = age is not None and (age < _OF_AGE) != denied
    sentence.check(holds, evidence.has(sentence, match.text, ("age",)))
    match.use()


def _estimate(sentence: Parsed, match: Match) -> None:
    """The age is an estimate: where a note of the evidence says so."""
    notes = [(item.note or "").lower() for item in sentence.cited.items.values()]
    denied = sentence.is_denied(match.start)
    holds = any("estimate" in note for note in notes) != denied
    sentence.check(holds, f"“{match.text}” is not noted in the evidence cited")
    match.use()


def _height(sentence: Parsed, match: Match) -> None:
    """187 cm; 1.87 m."""
    said = match.one("height_cm", "height_m")
    in_metres = said.kind == "height_m"
    number: Number = said.value.times(_METRE) if in_metres else said.value
    height, hedge = sentence.cited.number("height"), hedge_in(match)
    rounds = in_metres and said.value.step > _CENTIMETRE
    holds = height is not None and agrees(height, number, hedge, rounds=rounds)
    sentence.check(holds, evidence.has(sentence, match.text, ("height",)))
    match.use()


def _foot(sentence: Parsed, match: Match) -> None:
    """Left-footed; preferred foot: left."""
    # "The left foot scored 24 goals"; left-footed is the player.
    does = match.text.lower().endswith("foot") and sentence.has("metric", "metric1")
    if does or (sentence.kind(match.start - 1) == "with" and sentence.near(match.start, *_DONE)):
        sentence.problem(f"“with {match.text}”: what was done with which foot is not on record")
    said, foot = match.one("foot", "side"), sentence.cited.text("foot")
    denied = sentence.is_denied(match.start)
    holds = foot is not None and (foot == said.value) != denied
    sentence.check(holds, evidence.has(sentence, match.text, ("foot",)))
    match.use()


def _of_years(sentence: Parsed, match: Match) -> None:
    """A centre-forward of 24 years."""
    age, months = sentence.cited.number("age"), match.one("duration").value
    if age is not None and months.step == _A_YEAR:
        holds = age * _A_YEAR == months.value
        sentence.check(holds, evidence.has(sentence, match.text, ("age",)))
        match.use()


RULES: Final = Rules(
    ("of duration", _of_years),
    ("born (on|in|of|colon|open|at|name|comma)* (date|calendar)", _born),
    ("turns number (in|on)? (date|calendar)", _turns),
    ("turns number", _age),
    ("aged (of|colon)? H number old?", _age),
    ("H number old", _age),
    ("at H number (comma|stop|close|colon|sep)", _age_bare),
    ("at number", _age_bare),
    ("minor", _minor),
    ("estimate", _estimate),
    ("H (height_cm|height_m)", _height),
    ("foot", _foot),
    ("footnoun (of|colon|open|as|in)* side footnoun?", _foot),
    ("side footnoun", _foot),
)
