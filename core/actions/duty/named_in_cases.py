"""Who is named in cases, looked up for many of them at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from core.model.brief import BriefParty
from core.ports import UnitOfWork
from core.rules.duty.waits_for import Concerned


async def concerned_in(cases: Iterable[int | None], uow: UnitOfWork) -> Mapping[int, Concerned]:
    """Of each of these cases who may have to pay in it; None among them is no case."""
    asked = {one for one in cases if one is not None}
    of_case = defaultdict[int, list[BriefParty]](list)
    for party in await uow.waits.parties(tuple(asked)) if asked else ():
        if party.may_pay:
            of_case[party.case_id].append(party)
    return {one: _concerned(of_case[one]) for one in asked}


async def named_among(
    people: Iterable[int], cases: Iterable[int | None], uow: UnitOfWork
) -> Mapping[int | None, frozenset[int]]:
    """Of each of these cases who of these people is named in it; a case that names none of them is not there."""
    persons, asked = tuple(people), tuple({one for one in cases if one is not None})
    found = defaultdict[int | None, set[int]](set)
    for case_id, person_id in await uow.waits.named(asked, persons) if asked else ():
        found[case_id].add(person_id)
    return {case_id: frozenset(named) for case_id, named in found.items()}


def _concerned(parties: Iterable[BriefParty]) -> Concerned:
    paying = tuple(parties)
    return Concerned(frozenset(one.person_id for one in paying), frozenset(one.department for one in paying))
