"""Days and months as they are given on the command line."""

from datetime import datetime
from typing import Final

import click

from core.model.instants import YEARS


class Day(click.DateTime):
    """A day of the years that anything is counted in; from the last of the calendar there is no way onward."""

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The day; click says what is wrong with it otherwise."""
        day: datetime = super().convert(value, param, ctx)
        if day.year not in YEARS:
            self.fail(f"{day:%Y-%m-%d}: {YEARS.start}-{YEARS.stop - 1}", param, ctx)
        return day


DAY: Final = Day(["%Y-%m-%d"])
MONTH: Final = Day(["%Y-%m"])
