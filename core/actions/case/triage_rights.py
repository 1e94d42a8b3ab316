"""The checks before a triage press counts."""

from core.actions.case.people_of_case import quality_of
from core.errors import SomebodyWasFirst
from core.model.case import Case
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import around_case
from core.rights.may import check_theirs, is_time


async def check_triage(case: Case, *, actor: Person, uow: UnitOfWork) -> None:
    """NotThisPerson unless the actor is quality at the site; SomebodyWasFirst unless the case waits for triage."""
    names = [person.name for person in await quality_of(case.site, uow=uow)]
    check_theirs(Action.TRIAGE, actor, around_case(case), names=names)
    if is_time(Action.TRIAGE, case):
        return
    owner = None if case.owner_id is None else await uow.persons.get(case.owner_id)
    raise SomebodyWasFirst(
        "case_already_triaged", number=case.number, stage=case.stage, who=owner.name if owner else ""
    )
