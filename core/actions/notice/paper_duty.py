"""The duty of handing something printed over, for whoever has to."""

from core.actions.case.around_case_of import around_case_of
from core.errors import NoSuchThing
from core.model.duty import Duty
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.may import check_theirs
from core.rights.tie import Tie
from core.rules.notice.told_how import INFORM_PARTY

HAND_OVER_NOTICE = "hand_over_notice"
PRINTED = (INFORM_PARTY, HAND_OVER_NOTICE)


async def paper_duty(
    duty_id: int, *, actor: Person, uow: UnitOfWork, kinds: tuple[str, ...] = PRINTED
) -> Duty:
    """That duty; NoSuchThing for one of another kind, NotThisPerson for anybody but its owner and their deputy."""
    duty = await uow.duties.find(duty_id)
    if duty is None or duty.kind not in kinds:
        raise NoSuchThing("thing_unknown")
    owner = await uow.persons.find(duty.owner_id or 0)
    there = (await around_case_of(duty.case_id, uow=uow)).tied(Tie.ASSIGNEE, (duty.owner_id,))
    check_theirs(Action.HAND_OVER_NOTICE, actor, there, owner=owner.name if owner else "")
    return duty
