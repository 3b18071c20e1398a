"""Ages, computed from birth dates."""

from datetime import UTC, date, datetime

from dateutil.relativedelta import relativedelta

MAX_AGE = 120


def today() -> date:
    """Today in UTC."""
    return datetime.now(UTC).date()


def age_on(born: date, day: date) -> int:
    """Age in whole years; in common years a 29 February birthday falls on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def years_before(day: date, years: int) -> date:
    """The same day that many years earlier; 29 February becomes the 28th in common years."""
    return day - relativedelta(years=years)
