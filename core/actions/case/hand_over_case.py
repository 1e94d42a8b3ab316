"""Give an accepted case to another investigator."""

from dataclasses import replace

from core.actions.case.accept_case import check_investigator
from core.actions.case.tell_quality import tell_quality
from core.model.case import Case
from core.model.log import LogRow
from core.model.message import Message
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import around_case
from core.rights.may import check_theirs, check_time
from core.screens.case_head import head_of


async def hand_over_case(case: Case, investigator: Person, *, actor: Person, uow: UnitOfWork) -> Case:
    """The case with its new owner, who is told.

    NotThisPerson without quality at the site; WrongStage once the figures have been put; NotAllowed as in accept_case,
    or if the new owner is named in the case.
    """
    check_hand_over(case, actor=actor)
    await check_investigator(case, investigator, uow=uow)
    case = await uow.cases.put(replace(case, owner_id=investigator.id))
    facts = {"investigator": investigator.id}
    await uow.log.write(LogRow(act="case_handed_over", case_id=case.id, actor_id=actor.id, facts=facts))
    await tell_quality(case, uow=uow)
    data = head_of(case) | {"by": actor.name}
    if investigator.id != actor.id:
        await uow.outbox.tell(investigator, Message(template="case_handed_over", data=data))
    return case


def check_hand_over(case: Case, *, actor: Person) -> None:
    """NotThisPerson without quality at the site; WrongStage unless the case is under investigation."""
    there = around_case(case)
    check_theirs(Action.HAND_OVER_CASE, actor, there, names=[])
    check_time(Action.HAND_OVER_CASE, there)
