"""Figures, money, dates, places and lists in English (`docs/evidence.md`)."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_compact_currency

from ai_service.claims.ranks import is_bottom, is_top
from ai_service.language.phrases import Context, Format, NotApplicable
from ai_service.schemas import MetricWords

_LOCALE = Locale.parse("en_GB")
_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_FEW = 10
_PLACES = 25  # named by number
_YEAR = 12
_YEARS_FROM = 24  # months
_HUNDRED = 100

_GROUPS = {
    "Goalkeeper": "goalkeeper", "Defender": "defender", "Midfielder": "midfielder",
    "Attack": "attacker",
}  # fmt: skip
_POSITIONS = _GROUPS | {
    "Defensive Midfield": "defensive midfielder", "Central Midfield": "central midfielder",
    "Attacking Midfield": "attacking midfielder", "Left Midfield": "left midfielder",
    "Right Midfield": "right midfielder",
}  # fmt: skip
_ASPECTS = {
    "shot_stopping": "shot-stopping", "crosses": "dealing with crosses",
    "sweeping": "sweeping behind the defence", "distribution": "distribution",
    "ball_winning": "winning the ball", "aerial_duels": "aerial duels",
    "one_on_one_defending": "defending one on one", "build_up": "passing in build-up",
    "positioning": "positioning", "crossing": "crossing", "progression": "moving the ball forward",
    "pressing": "pressing", "final_ball": "the final ball", "finishing": "finishing",
    "dribbling": "dribbling", "movement": "movement off the ball", "hold_up_play": "hold-up play",
}  # fmt: skip
_SUBJECTS = {
    "club": "the current club", "contract": "the contract", "fee": "the asking price",
    "fitness": "fitness",
}  # fmt: skip
_THINGS = {
    "minutes": "availability", "contract": "the contract", "leverage": "the contract",
    "price": "the price", "age": "age", "peak": "age", "data": "the age of the data",
    "value": "the market value", "fee": "the fee paid",
    "value_course": "the course of the market value",
}  # fmt: skip
_ITEMS = {
    "position": "position", "age": "age", "budget": "budget", "contract": "contract",
    "minutes": "minutes",
}  # fmt: skip
_UNKNOWN = {"date_of_birth": "the date of birth", "position": "the position", "club": "the club"}
_DATA = {"club": "club", "contract": "contract", "value": "market value"}
_SHARES = {0.01: "1%", 0.05: "5%", 0.1: "tenth", 0.25: "quarter"}
_BANDS = {"1": "1%", "5": "5%", "10": "tenth", "25": "quarter"}
_WITH_ARTICLE = re.compile(r"(League|Championship|Bundesliga|Eredivisie|Superliga|Division|Cup)$")


def number(value: float, decimals: int = 0) -> str:
    """A figure with so many decimals, halves rounded away from zero: 1,180; 92.7."""
    # Through str: 0.125 as a float may be a little less.
    return f"{Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):,f}"


def rate(value: float) -> str:
    """A rate per 90 minutes with two decimals, or three if two would show zero."""
    shown = number(value, 2)
    return number(value, 3) if value and shown in ("0.00", "-0.00") else shown


def money(euros: int) -> str:
    """Whole euros as €45m, €1.25m or €700k; from three digits before the point without decimals."""
    leading_digits = (len(str(euros)) - 1) % 3 + 1
    decimals = 0 if leading_digits == 3 else 2  # noqa: PLR2004
    with localcontext(rounding=ROUND_HALF_UP):
        return format_compact_currency(euros, "EUR", locale=_LOCALE, fraction_digits=decimals)


def day(when: date) -> str:
    """30 June 2027"""
    return format_date(when, "d MMMM y", locale=_LOCALE)


def listing(items: Sequence[str], word: str = "and") -> str:
    """a / a and b / a, b and c"""
    if len(items) <= 1:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"


def in_words(count: float) -> str:
    """Three; 21"""
    return _WORDS[int(count)] if count in range(len(_WORDS)) else number(count)


def counted(count: float, noun: str) -> str:
    """1 game; 27 games"""
    return f"{number(count)} {noun}{'' if count == 1 else 's'}"


def spelled(count: float, noun: str) -> str:
    """One goal; three goals; 27 goals"""
    return f"{in_words(count)} {noun}{'' if count == 1 else 's'}"


def ordinal(place: int) -> str:
    """first; second; third; 4th; 21st"""
    if place <= 3:  # noqa: PLR2004
        return ("first", "second", "third")[place - 1]
    return ordinal_figure(place)


def ordinal_figure(place: int) -> str:
    """1st; 2nd; 94th"""
    last = place % 10
    teen = place % 100 in (11, 12, 13)
    return f"{place}{'th' if teen or not 1 <= last <= 3 else ('st', 'nd', 'rd')[last - 1]}"  # noqa: PLR2004


def article(words: str) -> str:
    """`words` preceded by "a" or "an"; for nouns used in reports and ages in figures."""
    an = words[0] in "aeiou" or words.startswith(("8", "11-", "18-"))
    return f"{'an' if an else 'a'} {words}"


def position(name: str) -> str:
    """centre-forward; attacking midfielder"""
    return _POSITIONS.get(name, name.lower())


def metric_name(words: MetricWords) -> str:
    """The label as part of a sentence: goals; expected goals (xG)."""
    label = words.label
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _figure(value: tuple[str, float, bool], context: Context) -> tuple[str, MetricWords]:
    metric, amount, is_rate = value
    words = context.words(metric)
    if is_rate:
        shown = rate(amount)
    elif words.unit == "%":
        shown = f"{number(amount, 1).removesuffix('.0')}%"
    else:
        shown = number(amount, words.decimals)
    return shown, words


def _noun(value: tuple[str, float, bool], context: Context) -> str:
    shown, words = _figure(value, context)
    if words.unit == "%":
        return f"{metric_name(words)} of {shown}"
    return f"{shown} {_per_90(_unit(words, one=shown == '1'), is_rate=value[2])}"


def _bare(value: tuple[str, float, bool], context: Context) -> str:
    shown, _ = _figure(value, context)
    return shown


def _did(value: tuple[str, float, bool], context: Context) -> str:
    shown, words = _figure(value, context)
    noun = words.singular if shown == "1" else words.plural
    return f"{words.verb} {shown} {_per_90(noun, is_rate=value[2])}"


def _per_90(noun: str, *, is_rate: bool) -> str:
    return f"{noun} per 90" if is_rate and not noun.endswith("per 90") else noun


def _amount_of(amount: float, words: MetricWords) -> str:
    return number(amount, words.decimals) if amount % 1 else in_words(int(amount))


def _totals_did(pairs: Sequence[tuple[str, float]], context: Context) -> str:
    found = []
    for metric, amount in pairs:
        words = context.words(metric)
        noun = words.singular if amount == 1 else words.plural
        found.append(f"{words.verb} {_amount_of(amount, words)} {noun}")
    return listing(found)


def _totals(pairs: Sequence[tuple[str, float]], context: Context) -> str:
    found = []
    for metric, amount in pairs:
        words = context.words(metric)
        found.append(f"{_amount_of(amount, words)} {_unit(words, one=amount == 1)}")
    return listing(found)


def _with_totals(pairs: Sequence[tuple[str, float]], context: Context) -> str:
    return f", with {_totals(pairs, context)}" if pairs else ""


def _period(period: str) -> str:
    return period if "/" in period else f"calendar year {period}"


def _in_period(period: str, context: Context) -> str:
    if period in context.said.periods:
        return ""
    context.said.periods.add(period)
    return f"in {_period(period)}"


def _opening_period(period: str, context: Context) -> str:
    if period in context.said.periods:
        raise NotApplicable(period)
    return _in_period(period, context)


def _cohort(context: Context) -> str:
    return f"{position(context.claim.args['cohort'])}s"


def _cohort_key(context: Context) -> str:
    args = context.claim.args
    return f"{args['period']} {args['cohort']} {args['size']}"


def _standing(band: str, context: Context) -> str:
    """4th of 112 centre-forwards; in the top tenth of centre-forwards; lowest of 40 goalkeepers."""
    args = context.claim.args
    fewer = context.words(args["metric"]).better == "lower"
    key = _cohort_key(context)
    of = f"of {number(args['size'])}"
    if key not in context.said.cohorts:
        of += f" {_cohort(context)}"
        context.said.cohorts.add(key)
    if is_top(band):
        if args["level"] == 1 and args["place"] <= _PLACES:
            place = ordinal(args["place"])
            if fewer:
                return f"{'' if place == 'first' else place + ' '}lowest {of}"
            return f"{place} {of}"
        share = _BANDS[band.rpartition("_")[2]]
        return f"{'among the lowest' if fewer else 'in the top'} {share} {of}"
    if is_bottom(band):
        if band == "last":
            return f"{'highest' if fewer else 'last'} {of}"
        share = _BANDS[band.rpartition("_")[2]]
        return f"{'among the highest' if fewer else 'in the bottom'} {share} {of}"
    return f"{'above' if band == 'above' else 'below'} the middle {of}"


def _placed(band: str, context: Context) -> str:
    """The place, with the cohort only if the paragraph has not named it."""
    key = _cohort_key(context)
    is_known = key in context.said.cohorts
    shown = _standing(band, context)
    if _is_band(shown):
        if f"{band} {key}" in context.said.bands:
            raise NotApplicable(shown)
        context.said.bands.add(f"{band} {key}")
    return shown.partition(" of ")[0] if is_known else shown


def _same(band: str, context: Context) -> str:
    """Nothing, if the clause before named the same band."""
    if f"{band} {_cohort_key(context)}" not in context.said.bands:
        raise NotApplicable(band)
    return ""


def _is_band(shown: str) -> bool:
    return shown.startswith(("in the", "among", "above", "below"))


def _tag(band: str, context: Context) -> str:
    args = context.claim.args
    fewer = context.words(args["metric"]).better == "lower"
    if band in ("first", "last"):
        word = {"first": ("first", "lowest"), "last": ("last", "highest")}[band][fewer]
        return f"{word} of {number(args['size'])} {_cohort(context)}"
    share = _BANDS[band.rpartition("_")[2]]
    side = ("lowest" if fewer else "top") if is_top(band) else ("highest" if fewer else "bottom")
    return f"{side} {share} of {_cohort(context)}"


def _amount(band: str, context: Context) -> str:
    """Of a metric that is neither good nor bad."""
    args = context.claim.args
    if is_top(band):
        share = args["worse"] * _HUNDRED // args["size"]
        return f"higher than for {share}% of {_cohort(context)}"
    if is_bottom(band):
        share = args["better"] * _HUNDRED // args["size"]
        return f"lower than for {share}% of {_cohort(context)}"
    return f"an ordinary figure for {_cohort(context)}"


def _fewest(count: int, context: Context) -> str:
    """Three of 112 centre-forwards; three others, once the cohort is named."""
    shown, key = _few(count, context), _cohort_key(context)
    if key in context.said.cohorts:
        return f"{shown} other{'' if count == 1 else 's'}"
    context.said.cohorts.add(key)
    return f"{shown} of {number(context.claim.args['size'])} {_cohort(context)}"


def _few(count: int, _: Context) -> str:
    if not 0 < count <= _FEW:
        raise NotApplicable(str(count))
    return in_words(count)


def _share_of_size(count: int, context: Context) -> str:
    size = context.claim.args["size"]
    share = count * _HUNDRED // size
    return "all other" if count == size - 1 else f"{share}% of"


def _one(metric: str, context: Context) -> str:
    return article(context.words(metric).singular)


def _in_years(months: int, _: Context) -> str:
    if months < _YEARS_FROM:
        return spelled(months, "month")
    full, rest = divmod(months, _YEAR)
    return f"{'more than ' if rest else ''}{in_words(full)} years"


def _months(count: int, _: Context) -> str:
    if count < 1:
        return "less than a month"
    return spelled(count, "month")


def _periods(count: int, context: Context) -> str:
    noun = "calendar year" if context.claim.args["is_year"] else "season"
    return f"{in_words(count)} {noun}s"


def _who(who: tuple[int | None, str | None], _: Context) -> str:
    age, name = who
    noun = position(name) if name else "player"
    return article(f"{age}-year-old {noun}" if age else noun)


def _unit(words: MetricWords, *, one: bool) -> str:
    """The noun of a count, with what sets it apart: goals conceded; tackles won."""
    noun = words.singular if one else words.plural
    label = metric_name(words)
    is_fuller = label.startswith(f"{words.plural} ") and "(" not in label
    return noun + label.removeprefix(words.plural) if is_fuller else noun


def _verb(singular: str, plural: str) -> Format:
    """The verb that agrees with the name of a metric, or with a list of things."""

    def shown(value: str | Sequence[str], context: Context) -> str:
        names = [value] if isinstance(value, str) else value
        one = len(names) == 1 and not _is_plural(context.words(names[0]).label)
        return singular if one else plural

    return shown


def _is_plural(label: str) -> bool:
    found = re.sub(r" \(.*\)$", "", label).split()
    ends = [word for word in (found[:1] + found[-1:]) if word.endswith("s")]
    return any(not word.endswith("ss") for word in ends)


def _things(names: Sequence[str], context: Context) -> str:
    """What an argument weighs: metrics, and the other subjects of `_THINGS`."""
    found = [_THINGS.get(name) or metric_name(context.words(name)) for name in names]
    if not any(found):
        raise NotApplicable("things")
    return listing(list(dict.fromkeys(name for name in found if name)))


def _fraction(times: float, _: Context) -> str:
    """How a fee stands to a value so many times as high."""
    if times > 3:  # noqa: PLR2004
        return "less than a third of"
    return "less than half of" if times > 2 else "well below"  # noqa: PLR2004


def _half(band: str, context: Context) -> str:
    """A place that is neither high nor low: 23rd of 67 right wingers; in the upper half of 67."""
    args = context.claim.args
    of = f"of {number(args['size'])} {_cohort(context)}"
    if args["level"] == 1:
        low = context.words(args["metric"]).better == "lower"
        return f"{ordinal(args['place'])}{' lowest' if low else ''} {of}"
    return f"in the {'upper' if band == 'above' else 'lower'} half {of}"


FORMATS: dict[str, Format] = {
    "a_position": lambda name, _: article(position(name)),
    "amount": _amount,
    "aspects": lambda names, _: listing([_ASPECTS[name] for name in names]),
    "aspects_or": lambda names, _: listing([_ASPECTS[name] for name in names], "or"),
    "bare": _bare,
    "count": lambda value, _: number(value),
    "data": lambda names, _: listing([_DATA[name] for name in names]),
    "date": lambda when, _: format_date(when, "d MMM y", locale=_LOCALE),
    "day": lambda when, _: day(when),
    "did": lambda value, context: (
        _did(value, context) if isinstance(value, tuple) else _totals_did(value, context)
    ),
    "fall": _verb("falls", "fall"),
    "few": _few,
    "fewest": _fewest,
    "fraction": _fraction,
    "games": lambda value, _: counted(value, "game"),
    "goals": lambda count, _: spelled(count, "goal"),
    "group": lambda name, _: f"{_GROUPS[name]}s",
    "half": _half,
    "has": _verb("has", "have"),
    "in": _in_period,
    "in_years": _in_years,
    "is": _verb("is", "are"),
    "items": lambda names, context: listing(
        [_ITEMS.get(name) or metric_name(context.words(name)) for name in names]
    ),
    "metres": lambda value, _: f"{value / 100:.2f} m",
    "minutes": lambda value, _: counted(value, "minute"),
    "money": lambda value, _: money(int(value)),
    "month": lambda when, _: format_date(when, "MMMM y", locale=_LOCALE),
    "months": _months,
    "name": lambda metric, context: metric_name(context.words(metric)),
    "named": lambda period, _: _period(period),
    "noun": _noun,
    "nouns": _totals,
    "number": lambda value, _: in_words(value),
    "one": _one,
    "opening": _opening_period,
    "percent": lambda value, _: f"{number(value)}%",
    "percentile": lambda value, _: f"{ordinal_figure(int(value))} percentile",
    "periods": _periods,
    "placed": _placed,
    "position": lambda name, _: position(name),
    "positions": lambda name, _: f"{position(name)}s",
    "provider": lambda key, context: context.provider(key),
    "reach": _verb("reaches", "reach"),
    "same": _same,
    "share": lambda share, _: _SHARES[share],
    "share_of_size": _share_of_size,
    "speak": _verb("speaks", "speak"),
    "standing": _standing,
    "tag": _tag,
    "the": lambda name, _: f"the {name}" if _WITH_ARTICLE.search(name) else name,
    "things": _things,
    "times": lambda value, _: f"{number(value, 1).removesuffix('.0')} times",
    "unknown": lambda names, _: listing([_UNKNOWN[name] for name in names]),
    "what": lambda names, _: listing([_SUBJECTS[name] for name in names]),
    "who": _who,
    "with": _with_totals,
    "years": lambda value, _: spelled(value, "year"),
}
