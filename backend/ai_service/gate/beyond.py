"""What goes beyond the record, though each part of it may be true: causes, days, every one of."""

from collections.abc import Callable
from typing import Final

from ai_service.gate import sections
from ai_service.gate.days import is_on
from ai_service.gate.grammar import kinds
from ai_service.gate.names import PLAYER
from ai_service.gate.parsed import Match, Parsed, Rules

# A verdict has grounds, and a gap may have its reason in a note; figures have no causes on record.
_GROUNDED: Final = kinds("verdict recommend neutralverdict unknown silent percentile fact")
_THEREFORE: Final = kinds("thus hence thereby therefore consequently accordingly")
_FROM_FIGURES: Final = kinds("trend ratio difference")
_NAMED: Final = kinds("metric metric1 rate percentile trend")
_LAST: Final = ("last", "past", "latest", "preceding")
_A_YEAR: Final = 365  # days
_AGE_OF_TODAY: Final = "the age on record is that of the day of the record"
_OF_AGE: Final = kinds("old aged number")
_RECEIVED: Final = kinds("receive receives received receiving earned collected")
_OF_COHORTS: Final = kinds(
    "cohortword threshold position_cohort age_cohort percentile band pct fraction median most fact "
    "toofew among amongst against left_out"
)
_OF_MOVES: Final = kinds("money fee nofee date calendar day")


def check(sentence: Parsed) -> None:
    """Refuse them; to be asked once everything else has been accounted for."""
    _cause(sentence)
    _age_then(sentence)
    _other_season(sentence)
    _only(sentence)
    _in_between(sentence)
    _last_months(sentence)
    for spans, handle in sentence.shape.fitting(RULES):  # whatever has been accounted for
        for start, end in spans:
            handle(sentence, Match(sentence, start, end))


def _cause(sentence: Parsed) -> None:
    """The value rose because the player scored more."""
    breaks = [i.text for i in sentence.items if i.kind == "sep"] if sentence.has("sep") else []
    words = [word for word in breaks if word.lower() == "because"]
    if not sentence.has("ended"):
        words += sentence.lead_words & _THEREFORE
    if "so" in sentence.lead_words and sentence.has(*_FROM_FIGURES):
        words.append("so")
    if words and not sentence.has(*_GROUNDED):
        sentence.problem(f"“{words[0]}”: no cause of it is on record")


def _age_then(sentence: Parsed) -> None:
    """The player was 24 when the contract ended: the age on record is that of today."""
    if "when" not in sentence.lead_words or sentence.has("turns"):
        return
    if sentence.cited.has("age", "date_of_birth") and sentence.has(*_OF_AGE):
        sentence.problem(f"“when”: {_AGE_OF_TODAY}")


def _other_season(sentence: Parsed) -> None:
    """At 0.47 goals per 90 in 2024/25, in the top tenth in 2025/26."""
    for metric, ranked in sentence.ranked_in.items():
        counted = sentence.counted_in.get(metric)
        if ranked and counted and not ranked & counted:
            sentence.problem(
                f"the figure of {metric.replace('_', ' ')} and its rank are of different seasons"
            )


def _only(sentence: Parsed) -> None:
    """Only goals per 90 are rising: of all other figures too something is said."""
    if "only" not in sentence.lead_words:
        return
    for item in sentence.items:
        lead = item.lead.lower()
        is_figure = item.kind in _NAMED and "only" in lead.split()[-2:]
        if is_figure or "only figure" in lead or "only metric" in lead:
            sentence.problem(f"“only {item.text}”: what holds of the others is not said")


def _in_between(sentence: Parsed) -> None:
    """Never fell; fell in 2022; was so throughout: only the days of valuations are known."""
    changes = sentence.has("trend", "changed")
    if changes and sentence.has("neg") and any(i.text.lower() == "never" for i in sentence.items):
        sentence.problem("“never”: whether it did in between cannot be seen; give the figures")
    if not sentence.has("value", "newest"):
        return
    if "throughout" in sentence.lead_words:
        sentence.problem("“throughout”: what the value was in between is not on record")
    if not changes or not sentence.has("calendar") or sentence.has("metric", "rate"):
        return
    for at, item in enumerate(sentence.items):
        if item.kind == "calendar" and sentence.kind(at - 1) == "in":
            sentence.problem(f"“in {item.text}”: say between which days the value changed")


def _last_months(sentence: Parsed) -> None:
    """The value fell in the last 12 months: not where the newest valuation is older than that."""
    if not sentence.has("lapse") or not sentence.has("trend", "pct", "fraction"):
        return
    latest = sentence.index.items.get("value.latest")
    if latest is None or latest.as_of is None:
        return
    is_old = (sentence.index.as_of - latest.as_of).days > _A_YEAR
    for item in sentence.items:
        if is_old and item.kind == "lapse" and item.text.lower().startswith(_LAST):
            sentence.problem(f"“{item.text}”: the newest valuation is of {latest.as_of:%B %Y}")


def _refuse(reason: str) -> Callable[[Parsed, Match], None]:
    """What is refused wherever its pattern fits."""

    def refuse(sentence: Parsed, match: Match) -> None:
        sentence.problem(f"“{match.text}”: {reason}")

    return refuse


def _all_moves(sentence: Parsed, match: Match) -> None:
    """All ten transfers were for €0: of each a day or a fee would have to be on record."""
    if sentence.has(*_OF_MOVES):
        sentence.problem(f"“{match.text}”: say it of each transfer by itself")


def _since(sentence: Parsed, match: Match) -> None:
    """Has not fallen since June 2017: not even in between; two transfers since then."""
    if sentence.has("trend") and sentence.has("neg"):
        sentence.problem("“since”: whether it did in between cannot be seen; give the figures")
    if match.first("movenoun"):
        sentence.problem(f"“{match.text}”: how many there were since is not on record")


def _highest_on(sentence: Parsed, match: Match) -> None:
    """The highest value, on 15 October 2026: the day is the record's, not that of the value."""
    if not sentence.has("recorded"):
        sentence.problem(f"“{match.text}”: the day of the highest value is not on record")


def _newest_of(sentence: Parsed, match: Match) -> None:
    """The newest valuation is of 10 June 2026."""
    latest = sentence.index.items.get("value.latest")
    if latest and not is_on(sentence.items[match.end - 1], latest.as_of):
        sentence.problem(f"“{match.text}”: the newest valuation is of another day")


def _stopped(sentence: Parsed, match: Match) -> None:
    """Retired at the age of 41; retired in 2025."""
    if match.one("status").value == "retired":
        sentence.problem(f"“{match.text}”: when the player retired is not on record")


def _after_the_end(sentence: Parsed, match: Match) -> None:
    """The value fell after the contract ended."""
    if sentence.has("trend"):
        sentence.problem(f"“{match.text}”: whether it came after is not on record")


def _whose(sentence: Parsed, match: Match) -> None:
    """Heronmoor Rovers, whose market value is €45m: it is the player's."""
    if PLAYER not in match.one("name").value.ids:
        sentence.problem(f"“{match.text}”: what is on record of it is the player's")


def _got(sentence: Parsed, match: Match) -> None:
    """Heronmoor Rovers received €9.5m: who paid and who was paid is said by "from" and "to"."""
    item = sentence.items[match.start]
    if not _RECEIVED.isdisjoint(item.lead.lower().split()):
        sentence.problem(f"“{item.lead} {item.text}”: say from which club to which")


def _in_all(sentence: Parsed, match: Match) -> None:
    """The league has 64 attacking players: those are only the ones compared with."""
    if not sentence.has(*_OF_COHORTS):
        sentence.problem(f"“{match.text}”: say that they are those compared with")


def _was_of_age(sentence: Parsed, match: Match) -> None:
    """Was a 37-year-old goalkeeper at X in 2015/16."""
    if "was" in sentence.items[match.start].lead.lower().split():
        sentence.problem(f"“{match.text}”: {_AGE_OF_TODAY}")


def _of_them(sentence: Parsed, match: Match) -> None:
    """33 games in 2021, 15 of them in 2022."""
    if match.end < len(sentence.items) and sentence.items[match.end].lead.split()[:1] == ["them"]:
        sentence.problem(f"“{match.text} them”: say by itself what these are")


def _speaks(sentence: Parsed, match: Match) -> None:
    """In the player's favour; a figure against the player: as all the evidence cited has it."""
    said = match.one("side_of").value
    sides = {side for i in sentence.cited.items.values() if (side := sections.side(i))}
    sentence.check(sides == {said}, f"“{match.text}” is not what the evidence cited says")
    match.use()


_COUNTED: Final = (
    "number|article|metric|metric1|season|season1|seasons|nseasons|calendar|recent|month|year|"
    "duration|lapse|agodur|movenoun"
)
_WHEN: Final = "(date|calendar|season|period)"
RULES: Final = Rules(
    (f"each (of|with|in|for|at|all|hedge)* ({_COUNTED})", _refuse("give the figure of every one")),
    ("(all|both) of? number? movenoun", _all_moves),
    (f"number? movenoun? (name|to|from|in|at|on)* since {_WHEN}", _since),
    (f"highest (value|of|at|in|colon|comma|open)* money (on|in|of|comma|open)* {_WHEN}",
     _highest_on),
    ("newest (of|on|in|comma|open|colon)* (date|calendar)", _newest_of),
    (f"status (at|on|in|since|of)+ (aged|number|{_WHEN})", _stopped),
    ("(old|aged number) (in|at|on|by)+ (season|calendar|period|movenoun|move|ended|ends)",
     _refuse(_AGE_OF_TODAY)),
    ("number old", _was_of_age),
    ("number of", _of_them),
    ("trend strength? (with|after|on|in) (movenoun|movein|move)",
     _refuse("whether the one came with the other is not on record")),
    ("movenoun (of|in|over) career", _refuse("transfers are on record, not those of a career")),
    ("at all times", _refuse("what it was in between is not on record")),
    ("peak (of|for)* name (position|positions|sub)",
     _refuse("the usual peak is that of the position, whatever the country")),
    ("peak (in|at)+ (season|calendar|period)",
     _refuse("where the player stands to the peak is known for today")),
    ("(ended|ends) duration (span|after|cmpprep)",
     _refuse("where the player stood to it then is not on record")),
    ("contract (on|in|at|of|with|name|comma)* bought",
     _refuse("when it was signed is not on record")),
    ("from date (to|until) (date|calendar)", _refuse("say each day by itself")),
    ("(nseasons|seasons|neg season1) (of|with|at)+ threshold",
     _refuse("give the minutes of the seasons")),
    ("after (contract|incontract) (ended|ends)?", _after_the_end),
    ("name (comma|open)? whose", _whose),
    ("money", _got),
    ("number (positions|peers)", _in_all),
    ("side_of", _speaks),
)  # fmt: skip
