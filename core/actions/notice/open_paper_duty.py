"""The duty of handing a printed notice over, for whoever has to."""

from core.actions.notice.hand_over_paper import duty_number
from core.actions.notice.paper_duty import HAND_OVER_NOTICE, paper_duty
from core.model.duty import Duty
from core.model.notice import Notice
from core.model.person import Person
from core.ports import UnitOfWork


async def open_paper_duty(duty_id: int, *, actor: Person, uow: UnitOfWork) -> tuple[Duty, Notice]:
    """The duty and its notice; NoSuchThing for a duty of another kind, NotThisPerson for anybody but its owner."""
    duty = await paper_duty(duty_id, actor=actor, uow=uow, kinds=(HAND_OVER_NOTICE,))
    return duty, await uow.notices.get(duty_number(duty, "notice_id"))
