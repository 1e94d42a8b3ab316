"""Numbers of cases: by the rulebook's pattern; without one the day, and from the second of a day on its place."""

from datetime import date
from string import ascii_uppercase

from core.rulebook.process_rules import Numbering


def day_series(day: date) -> str:
    """The series a case of that day is counted in, which is also the number of the day's first case: 250303."""
    return day.strftime("%y%m%d")


def case_number(day: date, place: int) -> str:
    """The number of the case at that place of the day, from 1: 250303, then 250303-2."""
    return day_series(day) if place == 1 else f"{day_series(day)}-{place}"


def period_of(pattern: Numbering, day: date) -> str:
    """The year, month or day at whose end the pattern starts counting again; empty if it never does."""
    forms = {"yearly": "%Y", "monthly": "%Y-%m", "daily": "%Y-%m-%d", "never": ""}
    return day.strftime(forms[pattern.restarts])


def patterned_number(pattern: Numbering, day: date, place: int) -> str:
    """The number of the case at that place of its period, from 1.

    A place with more digits than the pattern has is written whole.
    """
    digits = (("%Y", pattern.year), ("%m", pattern.month), ("%d", pattern.day))
    dated = "".join(day.strftime(form)[-count:] for form, count in digits if count)
    return f"{pattern.prefix}{dated}{place:0{pattern.serial}d}"


def marked_number(number: str, mark: int) -> str:
    """The number with the letter that tells it from an equal one of another series: none for 0, then A to Z, AA to ZZ."""
    letters = ""
    while mark:
        mark, letter = divmod(mark - 1, len(ascii_uppercase))
        letters = ascii_uppercase[letter] + letters
    return f"{number}{letters}"
