"""The checks before a triage press counts."""

from core.actions.people_of_case import quality_of
from core.errors import NotThisPerson, SomebodyWasFirst
from core.model.case import Case, Stage
from core.model.person import Person
from core.model.roles import Role
from core.ports import UnitOfWork


async def check_triage(case: Case, *, actor: Person, uow: UnitOfWork) -> None:
    """NotThisPerson unless the actor is quality at the site; SomebodyWasFirst unless the case waits for triage."""
    if not actor.holds(Role.QUALITY, case.site):
        names = [person.name for person in await quality_of(case.site, uow=uow)]
        raise NotThisPerson("triage_by_quality", number=case.number, names=names)
    if case.stage is Stage.REGISTERED:
        return
    owner = None if case.owner_id is None else await uow.persons.get(case.owner_id)
    raise SomebodyWasFirst(
        "case_already_triaged", number=case.number, stage=case.stage, who=owner.name if owner else ""
    )
