"""Who stands above whom, and who stands in for whom."""

from collections.abc import Collection, Iterator

from core.model.dossier import Dossier
from core.model.person import Person


def nearest_superior(person: Person, dossier: Dossier, without: Collection[int]) -> Person | None:
    """The first superior up the line who is still employed and not among `without`; None at the top."""
    return next((above for above in _upwards(person, dossier) if may_act(above, dossier, without)), None)


def with_deputies(
    persons: tuple[Person, ...], dossier: Dossier, without: Collection[int]
) -> tuple[Person, ...]:
    """These persons and their named deputies, each once, those among `without` left out."""
    deputies = (dossier.by_number(person.deputy_no) for person in persons if person.deputy_no)
    everybody = [*persons, *(deputy for deputy in deputies if deputy is not None)]
    return tuple({one.id: one for one in everybody if may_act(one, dossier, without)}.values())


def may_act(person: Person, dossier: Dossier, without: Collection[int]) -> bool:
    """Whether the person is still employed and not among `without`."""
    return person.id not in without and not person.has_left(dossier.day)


def _upwards(person: Person, dossier: Dossier) -> Iterator[Person]:
    met = {person.employee_no}
    above = dossier.by_number(person.manager_no) if person.manager_no else None
    while above is not None and above.employee_no not in met:
        met.add(above.employee_no)
        yield above
        above = dossier.by_number(above.manager_no) if above.manager_no else None
