"""Give an accepted case to another investigator."""

from dataclasses import replace

from core.actions.accept_case import check_investigator
from core.actions.tell_quality import tell_quality
from core.errors import NotThisPerson, WrongStage
from core.model.case import Case, Stage
from core.model.log import LogRow
from core.model.message import Message
from core.model.person import Person
from core.model.roles import Role
from core.ports import UnitOfWork


async def hand_over_case(case: Case, investigator: Person, *, actor: Person, uow: UnitOfWork) -> Case:
    """The case with its new owner, who is told.

    NotThisPerson without quality at the site; WrongStage once the figures have been put; NotAllowed as in accept_case,
    or if the new owner is named in the case.
    """
    check_hand_over(case, actor=actor)
    await check_investigator(case, investigator, uow=uow)
    if await uow.parties.where(case_id=case.id, person_id=investigator.id):
        raise NotThisPerson("investigator_is_party", name=investigator.name)
    case = await uow.cases.put(replace(case, owner_id=investigator.id))
    facts = {"investigator": investigator.id}
    await uow.log.write(LogRow(act="case_handed_over", case_id=case.id, actor_id=actor.id, facts=facts))
    await tell_quality(case, uow=uow)
    data = {"case_id": case.id, "site": case.site, "number": case.number, "by": actor.name}
    if investigator.id != actor.id:
        await uow.outbox.tell(investigator, Message(template="case_handed_over", data=data))
    return case


def check_hand_over(case: Case, *, actor: Person) -> None:
    """NotThisPerson without quality at the site; WrongStage unless the case is under investigation."""
    if not actor.holds(Role.QUALITY, case.site):
        raise NotThisPerson("triage_by_quality", number=case.number, names=[])
    if case.stage is not Stage.INVESTIGATING:
        raise WrongStage("case_elsewhere", number=case.number, stage=case.stage)
