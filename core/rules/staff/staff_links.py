"""What only shows across the rows of a staff file: double numbers, managers, deputies, departments."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from core.model.person import Person
from core.model.staff import StaffEntry, StaffFault


def linked(entries: Sequence[StaffEntry], known: Sequence[Person]) -> tuple[StaffEntry, ...]:
    """The entries with managers and deputies that were given by name replaced by their numbers."""
    numbers = _numbers_by_word(entries, known)
    return tuple(
        replace(
            entry,
            manager_no=_only(numbers, entry.manager_no),
            deputy_no=_only(numbers, entry.deputy_no),
        )
        for entry in entries
    )


def problems_between(entries: Sequence[StaffEntry], known: Sequence[Person]) -> tuple[StaffFault, ...]:
    """Every fault between rows; `known` are the people the company has already."""
    return (
        *_doubles(entries),
        *_strangers(entries, _numbers_by_word(entries, known)),
        *_departments(entries, known),
        *_circles(linked(entries, known), known),
        *_departed(linked(entries, known)),
    )


def _doubles(entries: Sequence[StaffEntry]) -> Iterator[StaffFault]:
    first: dict[str, int] = {}
    for entry in entries:
        line = first.setdefault(entry.employee_no.casefold(), entry.line)
        if entry.employee_no and line != entry.line:
            yield StaffFault(entry.line, "employee_no", "number_twice", entry.employee_no, str(line))


def _strangers(entries: Sequence[StaffEntry], numbers: Mapping[str, set[str]]) -> Iterator[StaffFault]:
    for entry in entries:
        for column, word in (("manager", entry.manager_no), ("deputy", entry.deputy_no)):
            if word is not None:
                meant = numbers.get(word.casefold(), set())
                yield from _who(entry, column, word, meant)


def _who(entry: StaffEntry, column: str, word: str, meant: set[str]) -> Iterator[StaffFault]:
    if not meant:
        yield StaffFault(entry.line, column, "person_unknown", word)
    elif len(meant) > 1:
        yield StaffFault(entry.line, column, "person_ambiguous", word, ", ".join(sorted(meant)))
    elif meant == {entry.employee_no}:
        yield StaffFault(entry.line, column, "person_is_self", word)


def _departments(entries: Sequence[StaffEntry], known: Sequence[Person]) -> Iterator[StaffFault]:
    departments = {one.department for one in _everybody(entries, known)}
    for entry in entries:
        for grant in entry.grants:
            if grant.department is not None and grant.department not in departments:
                yield StaffFault(
                    entry.line,
                    "roles",
                    "role_department_unknown",
                    grant.department,
                    ", ".join(sorted(departments)),
                )


def _circles(entries: Sequence[StaffEntry], known: Sequence[Person]) -> Iterator[StaffFault]:
    above = {one.employee_no: one.manager_no for one in _everybody(entries, known)}
    for entry in entries:
        line = [entry.employee_no]
        while (manager := above.get(line[-1])) is not None and manager not in line:
            line.append(manager)
        if manager == entry.employee_no and len(line) > 1:
            yield StaffFault(entry.line, "manager", "manager_circle", " → ".join([*line, manager]))


def _departed(entries: Sequence[StaffEntry]) -> Iterator[StaffFault]:
    leaving = {entry.employee_no: entry.left_on for entry in entries if entry.left_on is not None}
    for entry in entries:
        if entry.left_on is None and entry.manager_no in leaving:
            day = leaving[entry.manager_no]
            yield StaffFault(entry.line, "manager", "manager_leaves", entry.manager_no, str(day))


def _everybody(entries: Sequence[StaffEntry], known: Sequence[Person]) -> Iterator[StaffEntry | Person]:
    """All whom the company would have: the file's word goes before what is known."""
    yield from entries
    in_file = {entry.employee_no for entry in entries}
    yield from (person for person in known if person.employee_no not in in_file)


def _numbers_by_word(entries: Sequence[StaffEntry], known: Sequence[Person]) -> Mapping[str, set[str]]:
    words: dict[str, set[str]] = {}
    for one in _everybody(entries, known):
        for word in (one.employee_no, one.name):
            words.setdefault(word.casefold(), set()).add(one.employee_no)
    return words


def _only(numbers: Mapping[str, set[str]], word: str | None) -> str | None:
    meant = numbers.get(word.casefold(), {word}) if word else set()
    return min(meant) if len(meant) == 1 else word
