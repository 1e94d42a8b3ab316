"""The columns of a file that people fill in, by their Chinese and English headings."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from core.model.staff import StaffFault
from core.rules.typed.half_width import half_width

_UNIT: Final = re.compile(r"\s*\((?:元|rmb|cny|yuan)\)$")


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings by column; a column's own name is one of them. Columns that are `needed` must be there."""

    headings: Mapping[str, Sequence[str]]
    needed: Sequence[str]

    def columns_of(self, header: Sequence[str]) -> tuple[str | None, ...]:
        """The column behind each heading; None where the heading is unknown or empty."""
        known = {_plain(word): column for column, words in self.headings.items() for word in (*words, column)}
        return tuple(known.get(_plain(heading)) for heading in header)

    def faults_in(self, header: Sequence[str]) -> tuple[StaffFault, ...]:
        """A column that is missing, or there twice."""
        columns = self.columns_of(header)
        return (
            *(
                StaffFault(1, column, "column_twice", " / ".join(self._read_as(column, header)))
                for column in self.headings
                if columns.count(column) > 1
            ),
            *(
                StaffFault(1, column, "column_missing", allowed=" / ".join(self.headings[column]))
                for column in self.needed
                if column not in columns
            ),
        )

    def _read_as(self, column: str, header: Sequence[str]) -> tuple[str, ...]:
        """The headings that are read as that column."""
        pairs = zip(header, self.columns_of(header), strict=True)
        return tuple(heading for heading, read_as in pairs if read_as == column)

    def unknown_in(self, header: Sequence[str]) -> tuple[str, ...]:
        """The headings under which nothing is read."""
        columns = self.columns_of(header)
        pairs = zip(header, columns, strict=True)
        return tuple(heading for heading, column in pairs if heading.strip() and column is None)


def _plain(heading: str) -> str:
    """Without its unit; Chinese words are one word, however they are spaced out: 姓  名."""
    words = _UNIT.sub("", half_width(heading).strip().lower())
    words = words.rstrip("*.:").replace(".", " ").replace("_", " ")
    return ("" if not words.isascii() else " ").join(words.split())
