"""The superiors whom a missed deadline of somebody is reported to, from the nearest up."""

from collections.abc import Collection, Iterator

from core.model.person import Person
from core.model.roster import Roster


def line_above(person: Person, roster: Roster, without: Collection[int] = ()) -> tuple[Person, ...]:
    """All who stand above, each once; whoever is named in the case, has left or cannot be reached is passed over."""
    return tuple(
        above
        for above in _upwards(person, roster)
        if above.id not in roster.party_ids
        and above.id not in without
        and not above.has_left(roster.day)
        and above.can_be_told()
    )


def _upwards(person: Person, roster: Roster) -> Iterator[Person]:
    by_number = {one.employee_no: one for one in roster.staff.values()}
    met = {person.employee_no}
    above = by_number.get(person.manager_no or "")
    while above is not None and above.employee_no not in met:
        met.add(above.employee_no)
        yield above
        above = by_number.get(above.manager_no or "")
