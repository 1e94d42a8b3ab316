"""The rosters of many cases at once, for lists of what waits."""

from collections import defaultdict
from collections.abc import AsyncIterator, Collection, Iterable, Mapping
from typing import Final

from core.model.case import Case
from core.model.party import Party
from core.model.person import Person
from core.model.roles import Role
from core.model.roster import Roster, roster_with
from core.ports import UnitOfWork

# how many cases are asked for in one statement
_AT_ONCE: Final = 500
Place = tuple[int | None, str]


async def read_rosters(places: Collection[Place], *, uow: UnitOfWork) -> Mapping[Place, Roster]:
    """The roster for each case and site; without a case, of today at that site.

    Of a case's staff only those are in it who could take a duty: who holds a role or stands in, and who is named.
    """
    staff = {person.id: person for person in await uow.persons.where()}
    acting = _acting(staff.values())
    rosters: dict[Place, Roster] = {
        (None, site): Roster(staff=staff, day=uow.now.astimezone(uow.company.zone(site)).date())
        for case_id, site in places
        if case_id is None
    }
    async for case, parties in _cases(tuple({case_id for case_id, _ in places if case_id}), uow):
        named = {party.person_id: staff[party.person_id] for party in parties}
        day = uow.now.astimezone(uow.company.zone(case.site)).date()
        rosters[case.id, case.site] = roster_with(case, parties, acting | named, day)
    return rosters


def _acting(staff: Iterable[Person]) -> dict[int, Person]:
    everybody = tuple(staff)
    deputies = {person.deputy_no for person in everybody if person.deputy_no}
    return {
        person.id: person
        for person in everybody
        if person.employee_no in deputies or any(grant.role is not Role.EMPLOYEE for grant in person.grants)
    }


async def _cases(ids: tuple[int, ...], uow: UnitOfWork) -> AsyncIterator[tuple[Case, tuple[Party, ...]]]:
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        parties: defaultdict[int, list[Party]] = defaultdict(list)
        for party in await uow.parties.where(case_id=some):
            parties[party.case_id].append(party)
        for case in await uow.cases.where(id=some):
            yield case, tuple(parties[case.id])
