"""The duty of handing a printed notice over, for whoever has to."""

from core.actions.hand_over_paper import HAND_OVER_NOTICE, duty_number
from core.errors import NoSuchThing
from core.model.duty import Duty
from core.model.notice import Notice
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import Circumstances
from core.rights.may import check_theirs
from core.rights.tie import Tie


async def open_paper_duty(duty_id: int, *, actor: Person, uow: UnitOfWork) -> tuple[Duty, Notice]:
    """The duty and its notice; NoSuchThing for a duty of another kind, NotThisPerson for anybody but its owner."""
    duty = await uow.duties.get(duty_id)
    if duty.kind != HAND_OVER_NOTICE:
        raise NoSuchThing("thing_unknown")
    owner = await uow.persons.find(duty.owner_id or 0)
    there = Circumstances(case_id=duty.case_id).tied(Tie.ASSIGNEE, (duty.owner_id,))
    check_theirs(Action.HAND_OVER_NOTICE, actor, there, owner=owner.name if owner else "")
    return duty, await uow.notices.get(duty_number(duty, "notice_id"))
