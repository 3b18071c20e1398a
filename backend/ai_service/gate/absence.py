"""What a sentence says is not there: true only if the whole dossier has nothing of it."""

from typing import Final

from ai_service.gate import periods
from ai_service.gate.grammar import kinds
from ai_service.gate.items import Item
from ai_service.gate.parsed import Match, Parsed, Rules

# Words of topics that are deeds: in "and won the league" they say something.
_DEEDS: Final = kinds(
    """won wins win winning leads dominates dominate presses pressed dribbles tackles passes crosses
    headed shot sprints accelerates impresses impressed impress struggles struggled struggling
    recovered will become becomes expected develops develop captains sought wanted admired acclaimed
    celebrated disappoints disappointed promises tipped capped starting injured"""
)
_TO_FIND: Final = kinds("find found confirm check clarify establish ask")
_OPEN: Final = kinds("contract club topic advised movenoun by with to for of")  # no figures
# Figures that no record holds: "no saves are on record" says that, not that there were none.
_UNCOUNTED: Final = frozenset(
    {"saves", "clean sheets", "goals conceded", "tackles", "duels", "interceptions", "passes",
     "shots", "crosses", "dribbles", "clearances"}
)  # fmt: skip
_FOUND_OUT: Final = frozenset(
    {"find out", "found out", "finding out", "found out first", "be established"}
)
_PROFILE: Final = kinds(
    "club contract league agent movenoun fee value fact now aside and or comma stop of on in for "
    "to at by with"
)
_VERBS: Final = kinds("is are was were has have had does did takes makes he will would can")
_NO_CLUB: Final = ("no club", "without a club", "without club")
_FREE: Final = "free_agent"
_METRICS: Final = ("metric", "metric1", "rate")
_RANKS: Final = {"percentile": "percentile", "rate": "per 90"}  # by what they are, their unit

# The ids under which the thing a kind of item names would stand; for facts by the fact.
_UNDER: Final[dict[str, tuple[str, ...]]] = {
    "tall": ("height",), "footnoun": ("foot",), "agent": ("agent",), "club": ("club",),
    "league": ("league",), "contract": ("contract.until",), "ends": ("contract.until",),
    "citizen": ("country",), "second": ("second_country",), "status": ("status",),
    "position_cohort": ("position",), "lastseason": ("last_season",),
    "value": ("value.now", "value.latest"), "newest": ("value.latest",),
    "highest": ("value.highest",), "history": ("value.12m", "value.24m", "value.36m"),
    "born": ("date_of_birth",), "aged": ("age", "date_of_birth"), "trend": ("trend",),
    "movenoun": ("transfers.count",), "transfers": ("transfers.count",),
    "seasons": ("career.seasons",), "season1": ("career.seasons",),
    "performance": ("career", "season"),
    "fee": tuple(f"transfer.{n}.fee" for n in range(1, 6)),
    "nofee": tuple(f"transfer.{n}.fee" for n in range(1, 6)),
}  # fmt: skip
# What a player may have though no record names it, and the words that say which is meant.
_OF_LIFE: Final = ("contract", "movenoun", "agent", "ends", "second", "citizen", "fee")
_RECORD: Final = kinds(
    "record records recorded evidence file data profile listed known given named"
)
# What no record ever holds.
_NEVER: Final = ("topic", "terms")


def check(sentence: Parsed) -> None:
    _open_question(sentence)
    _to_find(sentence)
    sentence.apply(RULES)


def _open_question(sentence: Parsed) -> None:
    """Whether the contract will be renewed is not on record: of what no record holds."""
    if "whether" not in sentence.lead_words:
        return
    words = {word for item in sentence.items for word in f"{item.lead} {item.text}".lower().split()}
    ends = [at for at, item in enumerate(sentence.items) if item.kind == "stop"]
    for at, item in enumerate(sentence.items):
        end = next((stop for stop in ends if stop >= at), len(sentence.items))
        behind = {_kind_asked(other) for other in sentence.items[at:end]}
        if "whether" in item.lead.lower().split() and words & _TO_FIND and behind <= _OPEN:
            sentence.use(at, end)  # find out whether it will be renewed
            sentence.claims += 1
    items = [item for item in sentence.items if item.kind != "stop"]
    asks = items and items[0].lead.lower().split()[:1] == ["whether"]
    unheld = any(item.kind in ("advised", "topic") for item in items)
    if asks and unheld and items[-1].kind == "unknown":
        sentence.use(0, len(sentence.items))
        sentence.claims += 1


def _to_find(sentence: Parsed) -> None:
    """The present club and contract would have to be found out: that says nothing of them."""
    advised = [i for i in sentence.items if i.kind == "aside" and i.text.lower() in _FOUND_OUT]
    if advised and {item.kind for item in sentence.items} <= _PROFILE:
        sentence.use(0, len(sentence.items))
        sentence.claims += 1


def _none_after(sentence: Parsed, match: Match) -> None:
    """No season after 2022/23 is on record."""
    index, named = sentence.index, sentence.items[match.end - 1].value
    if match.one("period").value != "after" or named is None:
        return
    last = index.items.get("last_season")
    # The calendar year in which a season ends is none after it.
    later = [t for year, t in index.periods.items() if year > named.year + ("/" not in t)]
    later += [str(last.value)] if last and str(last.value) > named.text else []
    sentence.claims += 1
    if later:
        sentence.problem(f"“{match.text}” is not true: {later[0]} is on record")
    match.use()


def _kind_asked(item: Item) -> str:
    """An instruction is nothing to find out about."""
    return "instructions" if item.value == "instructions" else item.kind


def _absent(sentence: Parsed, match: Match) -> None:
    """No height or agent is on record; the record says nothing of character."""
    if match.first("unknown") and sentence.kind(match.start - 1) == "neg":
        sentence.problem(f"“{match.text}” is denied twice: say it plainly")
    things = [item for item in match.items if item.kind in _THINGS]
    if _says_something(things):
        return
    ranked = any(item.kind in ("percentile", "fact") for item in things)
    for item in things:
        if item.kind in _METRICS and ranked:
            continue  # it only says of what there is no percentile
        if item.kind in _OF_LIFE and not _is_of_record(sentence, match):
            sentence.problem(f"“{match.text}”: say that it is not on record")
        present = _present(sentence, item, things)
        sentence.claims += 1
        if present:
            sentence.problem(f"“{match.text}” is not true: {present} is in the evidence")
    match.use()


def _is_of_record(sentence: Parsed, match: Match) -> bool:
    """Whether it is said of the record that it lacks something, not of the player."""
    said = match.first("silent", "unknown") is not None
    return said or not sentence.lead_words.isdisjoint(_RECORD)


def _uncounted(sentence: Parsed, match: Match) -> None:
    """No saves or clean sheets are on record; the record has no clean sheets."""
    topics = [item.text.lower() for item in match.items if item.kind == "topic"]
    leads = (match.items[0].lead, _lead_behind(sentence, match.end))
    if set(topics) <= _UNCOUNTED and any("record" in lead.split() for lead in leads):
        sentence.claims += 1
        match.use()


def _lead_behind(sentence: Parsed, at: int) -> str:
    return sentence.items[at].lead if at < len(sentence.items) else ""


def _says_something(things: list[Item]) -> bool:
    """Whether a topic is no thing that is missing: "no agent is on record, and he is strong"."""
    topics = [item for item in things if item.kind == "topic"]
    if topics and things[0].kind != "topic":
        return True
    words = [set(item.lead.lower().split()) for item in topics]
    verbs = any(lead & _VERBS and "whether" not in lead for lead in words)
    return verbs or any(item.text.lower() in _DEEDS for item in topics)


def _present(sentence: Parsed, item: Item, things: list[Item]) -> str | None:
    """An id under which the thing is on record after all."""
    thing = str(item.value) if item.kind == "fact" else item.kind
    if thing in _NEVER or "how" in item.lead.lower().split():
        return None  # how the goals were scored
    metrics = [other.value for other in things if other.kind in _METRICS]
    if thing == "trend" and metrics:
        found = [f"trend.{m}" for m in metrics if sentence.index.has(f"trend.{m}")]
        return found[0] if found else None
    if thing in _RANKS or item.kind in _METRICS:
        return _figure(sentence, metrics, unit=_RANKS.get(thing))
    has = sentence.index.has
    known = [name for name in _UNDER.get(thing, ()) if has(name)]
    return known[0] if known else None if thing in _UNDER else "what it names"


def _figure(sentence: Parsed, metrics: list[str], *, unit: str | None) -> str | None:
    """A figure on record of any of the metrics, in the unit and the seasons named."""
    years = {str(year) for year in periods.years_named(sentence)}
    for name, item in sentence.index.items.items():
        parts = name.split(".")
        is_meant = (
            item.value is not None
            and unit in (None, item.unit)
            and (not metrics or set(metrics) & set(parts))
            and (not years or parts[0] != "season" or parts[1] in years)
        )
        if is_meant:
            return name
    return None


def _no_club(sentence: Parsed, match: Match) -> None:
    """No club is on record: of the record, where no status says more."""
    said = match.one("status").text.lower()
    if said in _NO_CLUB and not sentence.index.has("club") and not sentence.cited.has("status"):
        sentence.claims += 1
        match.use()


def _only_name(sentence: Parsed, match: Match) -> None:
    """Nothing but a name."""
    known = [name for name, item in sentence.index.items.items() if item.value is not None]
    sentence.claims += 1
    if known:
        sentence.problem(f"“{match.text}” is not true: {known[0]} is in the evidence")
    match.use()


def _free_after(sentence: Parsed, match: Match) -> None:
    """No transfer fee is due: once the contract has ended, and for a free agent."""
    holds = sentence.cited.has("contract.until") or sentence.cited.text("status") == _FREE
    sentence.check(holds, f"“{match.text}” needs evidence that is not cited: contract.until")
    match.use()


_THINGS: Final = kinds(
    """fact topic metric metric1 rate percentile fee nofee tall footnoun agent club league contract
    citizen second position_cohort lastseason value newest highest born aged movenoun seasons
    season1 status ends"""
)
_X: Final = f"({'|'.join(sorted(_THINGS))})"
_OF: Final = "(on? (of|for|in|by|on) (metric|metric1|rate|PERIOD|positions|league|contract|value))*"
_MORE: Final = f"{_OF} ((comma|and|or|neg|now)+ {_X} {_OF})*"
_BRACKET: Final = f"(open {_X} ((comma|and|or)* {_X})* close)?"
_DENIED: Final = (
    "(percentile|fact|fee|seasons|season1|movenoun|tall|footnoun|agent|league|contract|citizen|"
    "second|lastseason|value|newest|born|aged|club)"
)
RULES: Final = Rules(
    ("freeafter", _free_after),
    ("silent? onlyname", _only_name),
    (f"silent (all|hedge|on|of|for|in|by|colon|as|to)* {_X} {_MORE} {_BRACKET}", _absent),
    (f"hedge? now? {_X} {_MORE} (for|in|of|PERIOD|all|both)* unknown", _absent),
    (f"unknown (colon|in|by|from|open)* {_X} {_MORE}", _absent),
    (f"neg now? {_DENIED} {_MORE}", _absent),
    ("neg (in|on|of|by)* (percentile|fact)", _absent),
    ("neg topic ((comma|and|or|neg)+ topic)* on?", _uncounted),
    ("status", _no_club),
    ("neg period season", _none_after),
)
