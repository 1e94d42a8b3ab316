"""Numbers of cases: the day of registration, and from the second of a day on its place in the row."""

from datetime import date


def day_series(day: date) -> str:
    """The series a case of that day is counted in, which is also the number of the day's first case: 250303."""
    return day.strftime("%y%m%d")


def case_number(day: date, place: int) -> str:
    """The number of the case at that place of the day, from 1: 250303, then 250303-2."""
    return day_series(day) if place == 1 else f"{day_series(day)}-{place}"
