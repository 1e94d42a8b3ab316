"""The columns of a file that people fill in, by their Chinese and English headings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.model.staff import StaffFault
from core.rules.typed.half_width import half_width


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
            *(StaffFault(1, column, "column_twice") for column in self.headings if columns.count(column) > 1),
            *(
                StaffFault(1, column, "column_missing", allowed=" / ".join(self.headings[column]))
                for column in self.needed
                if column not in columns
            ),
        )

    def unknown_in(self, header: Sequence[str]) -> tuple[str, ...]:
        """The headings under which nothing is read."""
        columns = self.columns_of(header)
        pairs = zip(header, columns, strict=True)
        return tuple(heading for heading, column in pairs if heading.strip() and column is None)


def _plain(heading: str) -> str:
    words = half_width(heading).strip().lower().rstrip("*.:").replace(".", " ").replace("_", " ")
    return " ".join(words.split())
