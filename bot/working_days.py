"""Reads the calendar of working days that ships with the package."""

from functools import cache
from importlib import resources

from core.model.working_days import WorkingDays
from core.rulebook.working_days_file import read_working_days


@cache
def working_days() -> WorkingDays:
    """Return China's working days, as far as they are published."""
    file = resources.files("core.rulebook") / "shared" / "working-days.toml"
    return read_working_days(file.read_text("utf-8"))
