"""Days and months as they are given on the command line."""

from datetime import datetime
from typing import Final

import click

from core.model.instants import YEARS


class Day(click.DateTime):
    """A day, or a month by its first day, of the years that anything is counted in, written like the example."""

    def __init__(self, form: str, example: str) -> None:
        super().__init__([form])
        self._example = example

    def get_metavar(self, *_of: object, **_more: object) -> str:
        """How help shows what is to be written."""
        return self._example

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The day; else it is said what is wrong with it and how to write it, in both languages."""
        try:
            day: datetime = super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(
                f"没有“{value}”，请写成 {self._example} 这样 · there is no “{value}”; write it like {self._example}",
                param,
                ctx,
            )
        if day.year not in YEARS:
            first, last = YEARS.start, YEARS.stop - 1
            self.fail(f"“{value}”：年份从 {first} 到 {last} · years go from {first} to {last}", param, ctx)
        return day


DAY: Final = Day("%Y-%m-%d", "2025-03-01")
MONTH: Final = Day("%Y-%m", "2025-03")
