"""Find people by what somebody typed: a name, an employee number, or pinyin in full or initials."""

from collections.abc import Iterable
from datetime import date

from core.model.person import Person


def find_person(typed: str, staff: Iterable[Person], day: date) -> tuple[Person, ...]:
    """Everybody still employed who fits, exact fits first; then in the order of their numbers."""
    wanted = "".join(typed.split()).casefold()
    if not wanted:
        return ()
    fitting = [
        (rank, person.employee_no, person)
        for person in staff
        if not person.has_left(day) and (rank := _rank(wanted, person)) is not None
    ]
    return tuple(person for _, _, person in sorted(fitting, key=lambda entry: entry[:2]))


def _rank(wanted: str, person: Person) -> int | None:
    """0 for an exact fit, 1 for a beginning, 2 for a part of the name; None where nothing fits."""
    spellings = [
        person.employee_no.casefold(),
        "".join(person.name.split()).casefold(),
        *person.pinyin.casefold().split(),
    ]
    if wanted in spellings:
        return 0
    if any(spelling.startswith(wanted) for spelling in spellings):
        return 1
    return 2 if wanted in spellings[1] else None
