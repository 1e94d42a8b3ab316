"""Who comes into a world beside the sample company, and who is named in its case besides."""

from dataclasses import replace

from core.model.party import Party
from core.model.person import Person
from core.model.roles import Grant, Role
from tests.fakes import FakeUnitOfWork
from tests.make import by_no, person


async def joins(uow: FakeUnitOfWork, number: str, name: str, *roles: Role, site: str = "suzhou") -> Person:
    """A colleague with these roles at the site."""
    grants = tuple(Grant(role, site) for role in roles)
    department = "行政部"
    return await uow.persons.add(
        person(number, name=name, department=department, site=site, manager_no="E05", grants=grants)
    )


async def is_named(uow: FakeUnitOfWork, number: str) -> None:
    """That person is named in case 1 by 陈洁 (E11), who leads it."""
    named = await by_no(uow, number)
    await uow.parties.add(
        Party(
            case_id=1,
            person_id=named.id,
            role="responsible",
            department=named.department,
            hearing_due_at=uow.now,
            named_by=(await by_no(uow, "E11")).id,
            named_at=uow.now,
        )
    )


async def also_holds(uow: FakeUnitOfWork, number: str, role: Role, department: str | None = None) -> None:
    """That person gets one role more."""
    one = await by_no(uow, number)
    grants = (*one.grants, Grant(role, "suzhou", department))
    await uow.persons.put(replace(one, grants=grants))
