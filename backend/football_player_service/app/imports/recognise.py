"""What the columns of a file mean: fields of players, metrics, or nothing."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from rapidfuzz import fuzz, process

from football_player_service.app.imports.tables import UnusableFile
from football_player_service.app.metrics.catalogue import (
    Form,
    Metric,
    Storage,
    header_key,
)
from football_player_service.app.metrics.providers import ANY, Field, Provider, label, providers

Metrics = Mapping[str, Metric]

# A file is of the provider that names most of its columns, if that is at least half of them and
# clearly more than the next one.
_LEAST_SHARE = 0.5
_LEAST_LEAD = 0.1
_SUGGESTIONS = 3
_LEAST_SIMILAR = 70  # of 100
_PER_90 = " per 90"
_IGNORED = "ignore"
_PROVIDER_KEY = re.compile("[a-z][a-z0-9_]{0,39}")


class Use(StrEnum):
    """What is done with a column."""

    FIELD = "field"
    METRIC = "metric"
    CHECK = "check"  # a second column of the same metric and form: compared, not stored
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a column means; of an ignored one, why."""

    use: Use
    field: Field | None = None
    metric: str | None = None
    form: Form = Form.VALUE
    reason: str = ""

    def __str__(self) -> str:
        """As it is written in a mapping: `club`, `goals`, `goals per 90` or `ignore: a reason`."""
        if self.use is Use.IGNORED:
            return f"{_IGNORED}: {self.reason}" if self.reason else _IGNORED
        if self.field:
            return self.field
        return f"{self.metric}{_PER_90}" if self.form is Form.PER_90 else str(self.metric)


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """A column of a file. Of two with one name, the second is called `Name (2)`."""

    position: int
    name: str
    meaning: Meaning


@dataclass(frozen=True)
class Recognised:
    """The columns of a file, in its order, as its provider means them."""

    provider: str
    columns: tuple[MappedColumn, ...]

    def field(self, field: Field) -> MappedColumn | None:
        """The column of a field, if there is one."""
        return next((c for c in self.columns if c.meaning.field is field), None)

    def of(self, use: Use) -> list[MappedColumn]:
        """The columns with this use."""
        return [column for column in self.columns if column.meaning.use is use]


def fingerprint(header: Sequence[str]) -> str:
    """The SHA-256 of a header, whatever the case and spaces of its names."""
    return hashlib.sha256("\n".join(map(header_key, header)).encode()).hexdigest()


def column_names(header: Sequence[str]) -> list[str]:
    """The names of the columns, told apart: a name that comes again gets a number."""
    seen: Counter[str] = Counter()
    names = []
    for name in header:
        shown = " ".join(name.replace("\ufeff", "").split())
        seen[header_key(name)] += 1
        number = seen[header_key(name)]
        names.append(shown if number == 1 else f"{shown} ({number})")
    return names


def possible_providers(header: Sequence[str], metrics: Metrics) -> list[tuple[str, int]]:
    """The providers that know columns of the header, and how many; most first."""
    known = [*providers().keys() - {ANY}, *_custom_providers(metrics)]
    found = []
    for key in sorted(known):
        names = _Names.of(key, metrics)
        number = sum(names.meaning(name) is not None for name in header if name)
        if number:
            found.append((key, number))
    return sorted(found, key=lambda pair: -pair[1])


def _custom_providers(metrics: Metrics) -> set[str]:
    return {p for m in metrics.values() for p in m.headers} - providers().keys()


def find_provider(header: Sequence[str], metrics: Metrics, *, suggested: str | None = None) -> str:
    """The provider of a file, by its header. Of several that fit, the suggested one.

    Raises `UnusableFile` naming the possible providers.
    """
    columns = sum(1 for name in header if name)
    possible = possible_providers(header, metrics)
    fitting = [(key, number) for key, number in possible if number >= _LEAST_SHARE * columns]
    if fitting:
        most = fitting[0][1]
        close = [key for key, number in fitting if number > most - _LEAST_LEAD * columns]
        if len(close) == 1:
            return close[0]
        if suggested in close:
            return suggested
        choice = ", ".join(f"{key} ({label(key)})" for key in close)
        raise UnusableFile(f"The columns are those of several providers: {choice}. Add --provider.")
    names = ", ".join(key for key in providers() if key != ANY)
    raise UnusableFile(
        "The columns are not those of a known provider. Add --provider with one of "
        f"{names}, or with a name of your own."
    )


def recognise(
    header: Sequence[str],
    *,
    provider: str,
    metrics: Metrics,
    mapping: Mapping[str, str] | None = None,
) -> Recognised:
    """The meaning of every column. `mapping` has meanings by column name that take precedence.

    Raises `UnusableFile`, with every problem of the mapping.
    """
    if not _PROVIDER_KEY.fullmatch(provider):
        raise UnusableFile(
            f"{provider!r} is not the name of a provider. Use lower-case letters, digits and _."
        )
    names = column_names(header)
    given = _given(mapping or {}, names, metrics)
    known = _Names.of(provider, metrics)
    columns = []
    for position, (name, raw) in enumerate(zip(names, header, strict=True)):
        meaning = given.get(header_key(name)) or known.meaning(raw) or known.unknown(raw)
        columns.append(MappedColumn(position, name, meaning))
    first = [c for c in columns if header_key(c.name) in given]
    return Recognised(provider, _without_repetitions(columns, first=first))


def _without_repetitions(
    columns: Sequence[MappedColumn], *, first: Sequence[MappedColumn]
) -> tuple[MappedColumn, ...]:
    """Each field and form of a metric once: the other columns check it or are ignored."""
    owner: dict[str, MappedColumn] = {}
    for column in (*first, *columns):
        if column.meaning.use in (Use.FIELD, Use.METRIC):
            owner.setdefault(str(column.meaning), column)
    found = []
    for column in columns:
        meaning = column.meaning
        kept = owner.get(str(meaning), column)
        if meaning.use is Use.FIELD and kept is not column:
            meaning = Meaning(Use.IGNORED, reason=f"repeats {kept.name}")
        elif meaning.use is Use.METRIC and kept is not column:
            meaning = replace(meaning, use=Use.CHECK, reason=f"compared with {kept.name}")
        found.append(replace(column, meaning=meaning))
    return tuple(found)


def missing_columns(recognised: Recognised) -> list[str]:
    """What the file must have, and has not; all of it at once."""
    problems = []
    has = recognised.field
    if not has(Field.NAME) and not (has(Field.FIRST_NAME) and has(Field.LAST_NAME)):
        problems.append("a column with the name of the player")
    if not any(c.meaning.metric != "minutes" for c in recognised.of(Use.METRIC)):
        problems.append("a column with a metric")
    return problems


@dataclass(frozen=True)
class _Names:
    """The names of columns that a provider uses, by `header_key`."""

    provider: Provider | None
    meanings: Mapping[str, Meaning]

    @classmethod
    def of(cls, key: str, metrics: Metrics) -> "_Names":
        meanings: dict[str, Meaning] = {}
        provider = providers().get(key)
        if provider is None:  # a file of the user's own: metrics by their own names
            meanings |= _own_names(metrics)
        for source in filter(None, (providers()[ANY], provider)):
            meanings |= {n: Meaning(Use.FIELD, field=f) for n, f in source.field_of.items()}
            meanings |= {n: Meaning(Use.IGNORED, reason=r) for n, r in source.reason_of.items()}
        for metric in metrics.values():
            if columns := metric.headers.get(key):
                for name, form in columns.items():
                    meanings[header_key(name)] = Meaning(Use.METRIC, metric=metric.key, form=form)
        return cls(provider, meanings)

    def meaning(self, name: str) -> Meaning | None:
        """What a column with this name means; None if the name is not known."""
        if found := self.meanings.get(header_key(name)):
            return found
        stripped = self.provider.stripped(name) if self.provider else None
        return self.meanings.get(stripped) if stripped else None

    def unknown(self, name: str) -> Meaning:
        """The meaning of a name that is not known, with names that resemble it."""
        if not name:
            return Meaning(Use.IGNORED, reason="has no name")
        close = similar(header_key(name), list(self.meanings))
        advice = f"; similar: {', '.join(close)}" if close else ""
        return Meaning(Use.IGNORED, reason=f"not recognised{advice}")


def _own_names(metrics: Metrics) -> Iterator[tuple[str, Meaning]]:
    """The key, label and short label of each metric, alone or with "per 90"."""
    names: dict[str, set[str]] = {}
    for metric in metrics.values():
        for name in (metric.key, metric.label, metric.short_label):
            for spelling in (name, name.replace("_", " ")):
                names.setdefault(header_key(spelling), set()).add(metric.key)
    for name, keys in names.items():
        if len(keys) == 1:
            (key,) = keys
            rate_only = metrics[key].storage is Storage.PER_90
            form = Form.PER_90 if rate_only else Form.VALUE
            yield name, Meaning(Use.METRIC, metric=key, form=form)
            if metrics[key].has_rate:
                for suffix in (" per 90", "_per_90", "/90", "_90", " p90"):
                    yield f"{name}{suffix}", Meaning(Use.METRIC, metric=key, form=Form.PER_90)


def similar(name: str, choices: Sequence[str]) -> list[str]:
    """The choices that resemble a name, the best first."""
    found = process.extract(
        name, choices, scorer=fuzz.ratio, processor=header_key, limit=_SUGGESTIONS,
        score_cutoff=_LEAST_SIMILAR,
    )  # fmt: skip
    return [choice for choice, _, _ in found]


def _given(
    mapping: Mapping[str, str], names: Sequence[str], metrics: Metrics
) -> dict[str, Meaning]:
    """The meanings of a mapping by `header_key`. Raises `UnusableFile` with every problem."""
    by_key = {header_key(name): name for name in names}
    found: dict[str, Meaning] = {}
    problems = []
    for name, text in mapping.items():
        if header_key(name) not in by_key:
            advice = _advice(similar(name, list(by_key.values())))
            problems.append(f"{name!r}: the file has no such column{advice}")
        meaning = parse_meaning(text, metrics)
        if isinstance(meaning, str):
            problems.append(f"{name!r} = {text!r}: {meaning}")
        else:
            found[header_key(name)] = meaning
    if problems:
        raise UnusableFile("The mapping cannot be used:\n" + "\n".join(problems))
    return found


def parse_meaning(text: str, metrics: Metrics) -> Meaning | str:
    """The meaning written as `club`, `goals`, `goals per 90` or `ignore`; otherwise the problem.

    `ignore: a reason` says why.
    """
    key = header_key(text)
    what, _, reason = text.partition(":")
    if header_key(what) == _IGNORED:
        return Meaning(Use.IGNORED, reason=reason.strip() or "by the mapping")
    if key in set(Field):
        return Meaning(Use.FIELD, field=Field(key))
    is_rate = key.endswith(_PER_90)
    metric = metrics.get(key.removesuffix(_PER_90))
    if metric is None:
        close = similar(key, [*Field, *metrics, _IGNORED])
        return f"neither a field nor a metric{_advice(close)}"
    if is_rate and not metric.has_rate:
        return f"{metric.key} has no rate per 90; write {metric.key}"
    if not is_rate and metric.storage is Storage.PER_90:
        is_rate = True
    return Meaning(Use.METRIC, metric=metric.key, form=Form.PER_90 if is_rate else Form.VALUE)


def _advice(close: Sequence[str]) -> str:
    return f". Did you mean {' or '.join(close)}?" if close else ""
