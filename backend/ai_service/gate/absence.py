"""What a sentence says is not there: true only if the whole dossier has nothing of it."""

from datetime import date
from typing import Final

from ai_service.gate import periods
from ai_service.gate.grammar import Table
from ai_service.gate.parsed import Match, Parsed
from ai_service.gate.reading import Item
from ai_service.schemas import Evidence

_LEAST_COHORT: Final = 30
_LEAST_MINUTES: Final = 900
_RECENT: Final = 24  # months
_DEEDS: Final = frozenset(
    """won wins win winning leads dominates dominate presses pressed dribbles tackles passes crosses
    headed shot sprints accelerates impresses impressed impress struggles struggled struggling
    recovered will become becomes expected develops develop captains sought wanted admired acclaimed
    celebrated disappoints disappointed promises tipped capped starting injured""".split()
)
_VERBS: Final = frozenset("is are was were has have had does did takes he will would can".split())

# The ids under which the thing a kind of item names would stand.
_UNDER: Final[dict[str, tuple[str, ...]]] = {
    "tall": ("height",), "footnoun": ("foot",), "agent": ("agent",), "club": ("club",),
    "league": ("league",), "contract": ("contract.until",), "citizen": ("country",),
    "second": ("second_country",), "position_cohort": ("position",), "lastseason": ("last_season",),
    "value": ("value.now", "value.latest"), "newest": ("value.latest",),
    "highest": ("value.highest",), "born": ("date_of_birth",), "aged": ("age", "date_of_birth"),
    "movenoun": ("transfers.count",), "seasons": ("career.seasons",), "season1": ("career.seasons",),
    "status": ("status",), "ends": ("contract.until",),
}  # fmt: skip
_FACTS: Final[dict[str, tuple[str, ...]]] = {
    "contract": ("contract.until",), "history": ("value.12m", "value.24m", "value.36m"),
    "transfers": ("transfers.count",), "trend": ("trend",),
}  # fmt: skip


def check(sentence: Parsed) -> None:
    for written, handle in RULES:
        for match in sentence.matches(written):
            handle(sentence, match)


def _absent(sentence: Parsed, match: Match) -> None:
    """No height or agent is on record; the record says nothing of character."""
    if match.first("unknown") and match.start and sentence.items[match.start - 1].kind == "neg":
        sentence.problem(f"“{match.text}” is denied twice: say it plainly")
    things = [item for item in match.items() if item.kind in _THINGS]
    topics = [item.kind == "topic" for item in things]
    if any(is_topic and not topics[0] for is_topic in topics) or any(
        item.kind == "topic" and (item.text.lower() in _DEEDS or _is_said(item)) for item in things
    ):
        return  # "no agent is on record, and he is strong"
    for item in things:
        if item.kind in ("metric", "metric1", "rate") and any(
            other.kind in ("percentile", "fact") for other in things if other is not item
        ):
            continue  # it only says of what there is no percentile
        present = _present(sentence, item, things)
        sentence.claims += 1
        if present:
            sentence.problem(f"“{match.text}” is not true: {present} is in the evidence")
    match.use()


def _is_said(item: Item) -> bool:
    """Whether a verb before a topic says it of the player: "and he is strong"."""
    words = item.lead.lower().split()
    return bool(set(words) & _VERBS) and "whether" not in words


def _present(sentence: Parsed, item: Item, things: list[Item]) -> str | None:
    """An id under which the thing is on record after all."""
    index = sentence.index
    if item.kind == "topic" or (item.kind == "fact" and item.value == "terms"):
        return None
    if item.kind == "fact" and item.value == "performance":
        return "performance" if index.performance else None
    if item.kind == "percentile" or (item.kind == "fact" and item.value in ("percentile", "rate")):
        metrics = [t.value for t in things if t.kind in ("metric", "metric1", "rate")]
        return _ranked(sentence, metrics, item.value)
    if item.kind in ("metric", "metric1", "rate"):
        found = [n for n, e in index.items.items() if f".{item.value}." in f".{n}."
                 and e.value is not None]  # fmt: skip
        return found[0] if found else None
    if item.kind in ("fee", "nofee"):
        found = [n for n in index.items if n.startswith("transfer.") and n.endswith(".fee")
                 and index.has(n)]  # fmt: skip
        return found[0] if found else None
    ids = _FACTS.get(item.value, ()) if item.kind == "fact" else _UNDER.get(item.kind, ())
    if not ids:
        return "what it names"
    return next((name for name in ids if index.has(name)), None)


def _ranked(sentence: Parsed, metrics: list[str], which: str) -> str | None:
    years = {y for a in sentence.notes["periods"] for y in a.years}
    ending = "per 90" if which == "rate" else "percentile"
    for name, item in sentence.index.items.items():
        if item.unit != ending or item.value is None:
            continue
        parts = name.split(".")
        if metrics and not set(metrics) & set(parts):
            continue
        if years and parts[0] == "season" and int(parts[1]) not in years:
            continue
        return name
    return None


def _too_few(sentence: Parsed, match: Match) -> None:
    """Because the cohort is under 30: where the evidence cited has no percentile for that."""
    said = match.first("toofew")
    assert said
    if set(said.text.lower().split()) & {"minutes", "play", "playing", "judge", "judgement"}:
        holds = _has_few_minutes(sentence)
    else:
        holds = any(_is_small(item) for item in sentence.cited.items.values())
        holds = holds or ("few" in said.text.lower() and _has_few_minutes(sentence))
    sentence.check(holds, f"“{match.text}” does not follow from the evidence cited")
    match.use()


def _has_few_minutes(sentence: Parsed) -> bool:
    known = [sentence.cited.season("minutes", y) for y in sentence.cited.years]
    known.append(sentence.cited.career("minutes"))
    found = [minutes for minutes in known if minutes is not None]
    return bool(found) and min(found) < _LEAST_MINUTES


def _is_small(item: Evidence) -> bool:
    return item.value is None and (
        (item.cohort is not None and item.cohort.size < _LEAST_COHORT) or "30" in (item.note or "")
    )


def _enough(sentence: Parsed, match: Match) -> None:
    """2025/26 has minutes enough to judge."""
    denied = sentence.is_denied(match.start)
    years = [y for a in periods.bound(sentence, match.start, [match.start]) for y in a.years]
    known = [m for y in years or sentence.cited.years
             if (m := sentence.cited.season("minutes", y)) is not None]  # fmt: skip
    holds = bool(known) and (min(known) >= _LEAST_MINUTES) != denied
    sentence.check(holds, f"“{match.text}” does not follow from the evidence cited")
    match.use()


def _none_enough(sentence: Parsed, match: Match) -> None:
    """No (recent) season with minutes enough to judge."""
    season = match.first("seasons", "season1")
    recent = season is not None and "recent" in season.lead.split()
    index = sentence.index
    full = [
        year
        for year in index.years
        if (item := index.items.get(f"season.{year}.minutes"))
        and isinstance(item.value, int | float)
        and item.value >= _LEAST_MINUTES
        and not (recent and months_since(index.periods[year], year, index.as_of) >= _RECENT)
    ]
    sentence.claims += 1
    if full:
        sentence.problem(f"“{match.text}” is not true: season.{full[-1]}.minutes is enough")
    match.use()


def months_since(period: str, year: int, today: date) -> int:
    """Whole months since the last day of a period; negative while it is under way."""
    end_year, end_month = (year + 1, 6) if "/" in period else (year, 12)
    return (today.year - end_year) * 12 + today.month - end_month - 1


def _free_after(sentence: Parsed, match: Match) -> None:
    """No transfer fee is due: once the contract has ended, and for a free agent."""
    cited = sentence.cited
    holds = cited.has("contract.until") or cited.text("status") == "free_agent"
    sentence.check(holds, f"“{match.text}” needs evidence that is not cited: contract.until")
    match.use()


def _small_size(sentence: Parsed, match: Match) -> None:
    """The cohort holds only 18 players."""
    number = match.first("number")
    assert number
    sizes = [i.cohort.size for i in sentence.cited.items.values() if i.cohort and i.value is None]
    if number.value.value in sizes:
        sentence.check(True, "")
        match.use()


def _no_club(sentence: Parsed, match: Match) -> None:
    """No club is on record: of the record, where no status says more."""
    said = match.first("status")
    assert said
    if said.text.lower() in ("no club", "without a club", "without club"):
        if not sentence.index.has("club") and not sentence.cited.has("status"):
            sentence.claims += 1
            match.use()


def _only_name(sentence: Parsed, match: Match) -> None:
    """Nothing but a name."""
    known = [name for name, item in sentence.index.items.items() if item.value is not None]
    sentence.claims += 1
    if known:
        sentence.problem(f"“{match.text}” is not true: {known[0]} is in the evidence")
    for item in sentence.items[max(0, match.start - 1) : match.end]:
        item.used = item.used or item.kind in ("silent", "onlyname")


_THINGS: Final = frozenset(
    "fact topic metric metric1 rate percentile fee nofee tall footnoun agent club league contract "
    "citizen second position_cohort lastseason value newest highest born aged movenoun seasons season1 "
    "status ends".split()
)
_X: Final = f"({'|'.join(sorted(_THINGS))})"
_OF: Final = "((of|for|in|by|on) (metric|metric1|rate|PERIOD|positions|league|contract|value))*"
_MORE: Final = f"{_OF} ((comma|and|or|neg)+ {_X} {_OF})*"
_BRACKET: Final = f"(open {_X} ((comma|and|or)* {_X})* close)?"
RULES: Final[Table] = (
    ("neg (seasons|season1) with enoughminutes", _none_enough),
    ("enoughminutes", _enough),
    ("freeafter", _free_after),
    ("toofew", _too_few),
    ("H number (peers|positions)", _small_size),
    (f"silent (all|on|of|for|in|by|colon|as|to)* {_X} {_MORE} {_BRACKET}", _absent),
    (f"{_X} {_MORE} (for|in|of|PERIOD)* unknown", _absent),
    (f"unknown (colon|in|by|from|open)* {_X} {_MORE}", _absent),
    ("onlyname", _only_name),
    (
        "neg (percentile|fact|fee|seasons|season1|movenoun|tall|footnoun|agent|league|contract|citizen|second|lastseason|value"
        f"|newest|born|aged) {_MORE}",
        _absent,
    ),
    ("neg (in|on|of|by)* (percentile|fact)", _absent),
    ("status", _no_club),
)
