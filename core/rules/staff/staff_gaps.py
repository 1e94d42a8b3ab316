"""Gaps among the staff: people without a manager still here, circles, departments without supervisor."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.model.person import Person
from core.model.roles import Role


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap; `what` is the key of its words."""

    what: str
    found: str = ""
    allowed: str = ""
    role: Role | None = None
    post: str = ""


def gaps_in_staff(people: Sequence[Person], sites: Mapping[str, str]) -> tuple[Gap, ...]:
    """What is missing among these people, all of whom work here today; `sites` are names by id."""
    by_number = {person.employee_no: person for person in people}
    return (
        *(gap for person in people for gap in _unmanaged(person, by_number)),
        *_unsupervised(people, sites),
    )


def _unmanaged(person: Person, here: dict[str, Person]) -> Iterator[Gap]:
    said = f"{person.name} ({person.employee_no})"
    if person.manager_no is None:
        if not person.holds_anywhere(Role.GENERAL_MANAGER):
            yield Gap("no_manager", said)
    elif person.manager_no not in here:
        yield Gap("manager_gone", said, person.manager_no)
    elif (line := _line(person, here))[-1] == person.employee_no:
        yield Gap("manager_circle", said, " → ".join(line))


def _line(person: Person, here: dict[str, Person]) -> list[str]:
    line = [person.employee_no]
    above = here[line[-1]].manager_no
    while above in here and above not in line[1:]:
        line.append(above)
        above = here[above].manager_no
    return line


def _unsupervised(people: Sequence[Person], sites: Mapping[str, str]) -> Iterator[Gap]:
    places = sorted({(person.site, person.department) for person in people})
    for site, department in places:
        if not any(_leads(person, site, department) for person in people):
            yield Gap("no_supervisor", f"{sites.get(site, site)} / {department}")


def _leads(person: Person, site: str, department: str) -> bool:
    at_the_top = person.department == department and person.site == site
    leading = (Role.DIRECTOR, Role.GENERAL_MANAGER)
    return person.holds(Role.SUPERVISOR, site, department) or (
        at_the_top and any(person.holds_anywhere(role) for role in leading)
    )
