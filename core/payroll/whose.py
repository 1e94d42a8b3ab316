"""Whose row it is, by an employee number as a spreadsheet leaves it: wider, in capitals, without its leading zeros."""

from collections import defaultdict
from collections.abc import Iterable

from core.model.person import Person
from core.model.staff import StaffRow
from core.rules.typed.half_width import half_width


class Whose:
    """Looks people up by number."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._known: dict[str, Person] = {}
        self._alike: defaultdict[str, list[Person]] = defaultdict(list)
        for person in people:
            self._known[person.employee_no] = person
            self._alike[_plain(person.employee_no)].append(person)

    def row(self, row: StaffRow) -> Person | None:
        """Who has that number; by one that is merely like theirs only where the row has their name, too."""
        number = row.cell("employee_no")
        alike = self.alike(number)
        is_named = alike is not None and row.cell("name") == alike.name and "name" not in row.formulas
        return self._known.get(number, alike if is_named else None)

    def alike(self, number: str) -> Person | None:
        """The one person whose number differs but in width, capitals and leading zeros."""
        alike = self._alike.get(_plain(number), ())
        return alike[0] if len(alike) == 1 else None


def _plain(number: str) -> str:
    return half_width(number).strip().casefold().lstrip("0")
