"""What goes beyond the record, though each part of it may be true: causes, days, every one of."""

from typing import Final

from ai_service.gate import sections
from ai_service.gate.grammar import kinds
from ai_service.gate.parsed import Match, Parsed, Rules

# A verdict has grounds, and a gap may have its reason in a note; figures have no causes on record.
_GROUNDED: Final = kinds("verdict recommend neutralverdict unknown silent percentile fact")
_SO: Final = kinds("so thus hence thereby therefore consequently accordingly")
_FROM_FIGURES: Final = kinds("trend ratio difference")
_OF_AGE: Final = kinds("old aged number")
_OF_MOVES: Final = kinds("money fee nofee date calendar day")


def check(sentence: Parsed) -> None:
    """Refuse them; to be asked once everything else has been accounted for."""
    _cause(sentence)
    _age_then(sentence)
    _other_season(sentence)
    for spans, handle in sentence.shape.fitting(RULES):  # whatever has been accounted for
        for start, end in spans:
            handle(sentence, Match(sentence, start, end))


def _cause(sentence: Parsed) -> None:
    """The value rose because the player scored more."""
    breaks = [item.text for item in sentence.items if item.kind == "sep"]
    words = [word for word in breaks if word.lower() == "because"]
    if sentence.has(*_FROM_FIGURES):
        words += sentence.lead_words & _SO
    if words and not sentence.has(*_GROUNDED):
        sentence.problem(f"“{words[0]}”: no cause of it is on record")


def _age_then(sentence: Parsed) -> None:
    """The player was 24 when the contract ended: the age on record is that of today."""
    if "when" not in sentence.lead_words or sentence.has("turns"):
        return
    if sentence.cited.has("age", "date_of_birth") and sentence.has(*_OF_AGE):
        sentence.problem("“when”: the age on record is that of the day of the record")


def _other_season(sentence: Parsed) -> None:
    """At 0.47 goals per 90 in 2024/25, in the top tenth in 2025/26."""
    for metric, ranked in sentence.ranked_in.items():
        counted = sentence.counted_in.get(metric)
        if ranked and counted and not ranked & counted:
            sentence.problem(
                f"the figure of {metric.replace('_', ' ')} and its rank are of different seasons"
            )


def _every_one(sentence: Parsed, match: Match) -> None:
    """In each season; in each of three games: one figure cannot say it."""
    sentence.problem(f"“{match.text}”: give the figure of every one")
    match.use()


def _all_moves(sentence: Parsed, match: Match) -> None:
    """All ten transfers were for €0: of each a day or a fee would have to be on record."""
    if sentence.has(*_OF_MOVES):
        sentence.problem(f"“{match.text}”: say it of each transfer by itself")


def _since(sentence: Parsed, _match: Match) -> None:
    """Has not fallen since June 2017: not even in between."""
    if sentence.has("trend") and sentence.has("neg"):
        sentence.problem("“since”: whether it did in between cannot be seen; give the figures")


def _highest_on(sentence: Parsed, match: Match) -> None:
    """The highest value, on 15 October 2026: the day is the record's, not that of the value."""
    if not sentence.has("recorded"):
        sentence.problem(f"“{match.text}”: the day of the highest value is not on record")


def _stopped(sentence: Parsed, match: Match) -> None:
    """Retired at the age of 41; retired in 2025."""
    if match.one("status").value == "retired":
        sentence.problem(f"“{match.text}”: when the player retired is not on record")


def _speaks(sentence: Parsed, match: Match) -> None:
    """In the player's favour; a figure against the player: as all the evidence cited has it."""
    said = match.one("side_of").value
    sides = {side for i in sentence.cited.items.values() if (side := sections.side(i))}
    sentence.check(sides == {said}, f"“{match.text}” is not what the evidence cited says")
    match.use()


_WHEN: Final = "(date|calendar|season|period)"
RULES: Final = Rules(
    ("each of? (the|all)? (number|nseasons|recent|season1|seasons|season|calendar|duration|"
     "lapse|metric|metric1|month|year|movenoun)", _every_one),
    ("all of? number? movenoun", _all_moves),
    (f"since {_WHEN}", _since),
    (f"highest (value|of|at|in|colon|comma|open)* money (on|in|of|comma|open)* {_WHEN}",
     _highest_on),
    (f"status (at|on|in|since|of)+ (aged|number|{_WHEN})", _stopped),
    ("side_of", _speaks),
)  # fmt: skip
