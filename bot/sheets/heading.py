"""Which line of a sheet is its heading: a title and notes may stand above it."""

from collections.abc import Callable, Sequence
from typing import Final

from bot.sheets.cells import Cell

MOST_ABOVE: Final = 20
"""So many lines that say something are looked at."""

ColumnsOf = Callable[[Sequence[str]], tuple[str | None, ...]]


def known_in(cells: Sequence[Cell], columns_of: ColumnsOf) -> int:
    """How many columns that line names."""
    return len({column for column in columns_of([cell.text for cell in cells]) if column is not None})


def heading_at(lines: Sequence[Sequence[Cell]], columns_of: ColumnsOf) -> int:
    """The place of the line that names most columns, the first of equals; 0 where none names any."""
    top = range(min(len(lines), MOST_ABOVE))
    return max(top, key=lambda place: known_in(lines[place], columns_of), default=0)
