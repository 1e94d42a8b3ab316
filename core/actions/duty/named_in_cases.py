"""Who is named in cases, looked up for many of them at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from core.model.brief import BriefParty
from core.ports import UnitOfWork
from core.rules.duty.waits_for import Concerned


@dataclass(frozen=True, slots=True)
class Named:
    """By case all who are named in it, and of them who may have to pay; a case that is not in it was not looked up."""

    everybody: Mapping[int, frozenset[int]] = field(default_factory=dict)
    concerned: Mapping[int, Concerned] = field(default_factory=dict)

    def named_in(self, case_id: int | None) -> frozenset[int]:
        """All who are named in that case; nobody without a case."""
        return self.everybody.get(case_id or 0, frozenset())


async def people_of_cases(cases: Iterable[int | None], uow: UnitOfWork, known: Named | None = None) -> Named:
    """The people of these cases, beside those that are `known`; None among them is no case."""
    before = known or Named()
    asked = {one for one in cases if one is not None} - before.everybody.keys()
    of_case = defaultdict[int, list[BriefParty]](list)
    for party in await uow.waits.parties(tuple(asked)) if asked else ():
        of_case[party.case_id].append(party)
    everybody = {one: frozenset(party.person_id for party in of_case[one]) for one in asked}
    concerned = {one: _concerned(of_case[one]) for one in asked}
    return Named({**before.everybody, **everybody}, {**before.concerned, **concerned})


def _concerned(parties: Iterable[BriefParty]) -> Concerned:
    paying = [party for party in parties if party.may_pay]
    return Concerned(frozenset(one.person_id for one in paying), frozenset(one.department for one in paying))
