"""Seeded bugs in the enumeration and rendering of claims; each must make a sentence false.

A mutant is a name and a patch. The truth check reads the sentences that the patch changes, and has
to find one that is false or cannot be read.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from unittest.mock import patch

from dateutil.relativedelta import relativedelta

from ai_service import report
from ai_service.claims import contract, enumerate_claims, facts, gaps, market
from ai_service.claims.model import Claim
from ai_service.language import phrases
from ai_service.language.en import formats
from evaluation import truth

Change = Callable[[Any], Any]


@dataclass(frozen=True)
class Mutant:
    """A bug and how to introduce it."""

    name: str
    patch: AbstractContextManager[Any]


def shown(name: str, key: str, change: Callable[[Any, Any, Any], str]) -> Mutant:
    """A bug of the format `key`: `change` gets the format, the value and the context."""
    original = formats.FORMATS[key]
    broken = {key: lambda value, context: change(original, value, context)}
    return Mutant(name, patch.dict(formats.FORMATS, broken))


def claimed(name: str, types: str, **changes: Change) -> Mutant:
    """A bug in the arguments of claims whose type starts with `types`."""
    original = enumerate_claims

    def broken(found: facts.Facts) -> dict[str, Claim]:
        return {id_: changed(claim) for id_, claim in original(found).items()}

    def changed(claim: Claim) -> Claim:
        if not claim.type.startswith(types):
            return claim
        args = {
            key: changes[key](value) if key in changes and value is not None else value
            for key, value in claim.args.items()
        }
        return replace(claim, args=args)

    return Mutant(name, patch.object(report, "enumerate_claims", broken))


def typed(name: str, type_: str, other: str) -> Mutant:
    """A bug in the choice of words: claims of a type with the phrases of another."""
    known = dict(phrases._phrases("en"))
    broken = known | {type_: known[other]}
    return Mutant(name, patch.object(phrases, "_phrases", lambda _: broken))


def replaced(name: str, module: Any, attribute: str, value: Any) -> Mutant:
    """A bug in a function or constant of a module or class."""
    return Mutant(name, patch.object(module, attribute, value))


def _season_before(period: str) -> str:
    year = int(period[:4]) - 1
    return f"{year}/{(year + 1) % 100:02}" if "/" in period else str(year)


def _figure(change: Change) -> Change:
    return lambda figure: (figure[0], change(figure[1]), figure[2])


def _month_later(day: date) -> date:
    return day + relativedelta(months=1)


def _upside_down(season: facts.Season, dossier: Any) -> None:
    season.percentiles = [
        item.model_copy(update={"standing": item.standing.model_copy(
            update={"above": item.standing.below, "below": item.standing.above})})
        if item.standing else item for item in season.percentiles
    ]  # fmt: skip
    _rank_figures(season, dossier)


def _as_totals(season: facts.Season, dossier: Any) -> None:
    season.rates = {
        metric: season.values.get(metric, rate) for metric, rate in season.rates.items()
    }
    _rank_figures(season, dossier)


_rank_figures, _months = facts._rank_figures, facts.months_between
_money, _number = formats.money, formats.number


MUTANTS: Sequence[Mutant] = (
    # Seasons and dates.
    claimed("the season before, for totals", "totals", period=_season_before),
    claimed("the season before, for ranks", "rank", period=_season_before),
    claimed("a career that starts a season early", "career", first=_season_before),
    claimed("a steady rate of earlier seasons", "steady", first=_season_before,
            last=_season_before),
    claimed("the contract a year longer", "contract.until",
            until=lambda day: day + relativedelta(years=1)),
    claimed("talks a month late", "leverage", talks=_month_later),
    claimed("the transfer a month late", "transfer", day=_month_later),
    claimed("a valuation dated a month late", "course", since=_month_later),
    replaced("whole months rounded up", contract, "months_between",
             lambda start, end: _months(start, end) + 1),
    replaced("older data than it is", gaps, "months_between",
             lambda start, end: _months(start, end) + 1),
    # Figures.
    claimed("a goal more", "totals",
            counted=lambda pairs: [(name, count + 1) for name, count in pairs]),
    claimed("games as minutes", "totals", games=lambda games: games * 90),
    claimed("a rate per game", "rank", figure=_figure(lambda rate: rate * 0.9)),
    replaced("totals as rates", facts, "_rank_figures", _as_totals),
    claimed("one every so many minutes, half", "every", minutes=lambda m: m / 2),
    claimed("a hundred minutes more as a regular", "regular", fewest=lambda m: m + 100),
    claimed("a season more as a regular", "regular", seasons=lambda n: n + 1),
    claimed("minutes before the drop doubled", "gap.drop", before=lambda m: m * 2),
    replaced("rates cut, not rounded", formats, "rate",
             lambda rate: f"{int(rate * 100) / 100:.2f}"),
    replaced("numbers cut, not rounded", formats, "number",
             lambda value, decimals=0: _number(int(value * 10**decimals) / 10**decimals, decimals)),
    shown("per game instead of per 90", "noun",
          lambda f, v, c: f(v, c).replace(" per 90", "")),
    # Ranks.
    replaced("above and below swapped", facts, "_rank_figures", _upside_down),
    claimed("one rank better", "rank", place=lambda n: n - 1),
    claimed("one rank worse", "rank", place=lambda n: n + 1),
    claimed("a cohort of one player more", "rank", size=lambda n: n + 1),
    claimed("the wrong cohort", "rank",
            cohort=lambda c: "Goalkeeper" if c != "Goalkeeper" else "Defender"),
    claimed("ties ignored", "rank", level=lambda _: 1),
    replaced("ties count for the player", facts.Rank, "worst_place",
             property(lambda rank: rank.better / rank.size)),
    replaced("a wider band is called the narrower one", formats, "_BANDS",
             {"1": "1%", "5": "1%", "10": "5%", "25": "tenth"}),
    claimed("a run of a season too many", "run", seasons=lambda n: n + 1),
    claimed("a run in a narrower band", "run", share=lambda _: 0.01),
    claimed("the league of others", "league", league=lambda _: "Northern Cup"),
    # Money.
    shown("dollars", "money", lambda f, v, c: f(v, c).replace("€", "$")),
    shown("thousands as millions", "money", lambda f, v, c: f(v, c).replace("k", "m")),
    replaced("amounts with one digit", formats, "money",
             lambda euros: _money(int(float(f"{euros:.0e}")))),
    claimed("the highest value as the value", "value.now", value=lambda v: v * 2),
    claimed("twice as far below the high", "high.below", drop=lambda d: d * 2),
    claimed("an age group of one player more", "price", size=lambda n: n + 1),
    replaced("higher values counted as lower", market, "_QUARTER", 0.6),
    # Words.
    typed("rising called falling", "course.rising", "course.falling"),
    typed("a last known club in the present tense", "identity.as_of", "identity.current"),
    typed("an expired contract in the present tense", "contract.expired", "contract.until"),
    typed("before the peak called past it", "buy.growth", "buy.short"),
    typed("the bottom called the top", "minutes.bottom", "minutes.top"),
    claimed("clubs of a transfer swapped", "transfer", **{"from": lambda _: "Northern Rovers"}),
    claimed("another club", "identity", club=lambda _: "Northern Rovers"),
    claimed("a year older", "buy", age=lambda age: age + 1),
    # The brief.
    claimed("a budget item that is met, if missed", "brief.budget", budget=lambda b: b // 2),
    claimed("another figure of the replaced player", "replace",
            other=_figure(lambda r: r + 1)),
)  # fmt: skip


def uncaught(found: Iterable[truth.Subject]) -> list[str]:
    """The names of mutants that the truth check does not notice."""
    subjects = list(found)
    known = [frozenset(truth.sentences(subject)) for subject in subjects]
    return [mutant.name for mutant in MUTANTS if not _is_caught(mutant, subjects, known)]


def _is_caught(
    mutant: Mutant, subjects: Sequence[truth.Subject], known: Sequence[frozenset[truth.Spoken]]
) -> bool:
    with mutant.patch:
        for subject, before in zip(subjects, known, strict=True):
            changed = (spoken for spoken in truth.sentences(subject) if spoken not in before)
            if any(any(truth.verdict(spoken, subject)) for spoken in changed):
                return True
    return False
