"""Ages from birth dates: an age goes stale, a birth date does not."""

from datetime import UTC, date, datetime

MAX_AGE = 120


def today() -> date:
    """Today in UTC, the day every age is computed for."""
    return datetime.now(UTC).date()


def age_on(born: date, day: date) -> int:
    """Whole years from `born` to `day`."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def years_before(day: date, years: int) -> date:
    """The same day so many years earlier; 29 February becomes the 28th where there is none."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
