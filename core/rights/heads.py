"""Who heads the departments whose people are named in a case."""

from collections.abc import Collection, Iterable

from core.model.deputy import Deputy
from core.model.person import Person
from core.model.roles import Role


def heads_among(people: Iterable[Person], site: str, departments: Collection[str]) -> frozenset[int]:
    """Those who are supervisor of one of these departments at that site, by their own grants."""
    return frozenset(
        one.id
        for one in people
        if any(Person.holds(one, Role.SUPERVISOR, site, department) for department in departments)
    )


def people_behind(actor: Person) -> tuple[Person, ...]:
    """The person, and whom they act for."""
    return (actor, actor.absent) if isinstance(actor, Deputy) else (actor,)
