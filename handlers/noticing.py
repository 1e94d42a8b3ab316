"""Employees answer their notices; superiors hand printed texts over."""

from enum import StrEnum

from core.actions.appeal.make_appeal import check_appeal, is_late, make_appeal
from core.actions.notice.acknowledge_notice import acknowledge_notice
from core.actions.notice.agree_to_notice import agree_to_notice, withdraw_agreement
from core.actions.notice.hand_over_paper import hand_over_paper
from core.actions.notice.view_notice import view_notice
from core.model.message import Message
from core.screens.paper import paper_asked
from handlers.numbers import number_in
from handlers.routes import Routes
from handlers.turn import Turn


class Step(StrEnum):
    """What is being asked."""

    APPEAL = "appeal_reason"


async def acknowledged(turn: Turn) -> None:
    """已知悉 was pressed: received, no more."""
    notice = await acknowledge_notice(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.toast("acknowledged", is_alert=True)
    await turn.redraw(await view_notice(notice, uow=turn.uow))


async def agreed(turn: Turn) -> None:
    """同意 was pressed."""
    notice = await agree_to_notice(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.toast("agreed", is_alert=True)
    await turn.redraw(await view_notice(notice, uow=turn.uow))


async def agreement_withdrawn(turn: Turn) -> None:
    """撤回 was pressed on a notice."""
    notice = await withdraw_agreement(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.toast("taken_back")
    await turn.redraw(await view_notice(notice, uow=turn.uow))


async def appeal_pressed(turn: Turn) -> None:
    """申诉 was pressed: ask why."""
    notice = await check_appeal(turn.press.id, actor=turn.actor, uow=turn.uow)
    case = await turn.uow.cases.get(notice.case_id)
    template = "late_appeal_asked" if is_late(notice, uow=turn.uow) else "appeal_reason_asked"
    data = {"case_id": case.id, "site": case.site, "notice_number": notice.number}
    message = Message(
        template=template, data=data | {"until": notice.appeal_until, "content": notice.content}
    )
    await turn.ask(Step.APPEAL, message, notice=notice.id)


async def appeal_typed(turn: Turn) -> None:
    """Record the appeal."""
    notice_id = number_in(turn.asked("notice"))
    appeal = await make_appeal(notice_id, reason=turn.words, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    notice = await turn.uow.notices.get(notice_id)
    await turn.reply.say(await view_notice(notice, uow=turn.uow))
    data = {"case_id": appeal.case_id, "notice_number": notice.number, "amount": notice.amount}
    data |= {"is_late": not notice.is_frozen}
    await turn.reply.say(Message(template="appeal_made", data=data))


async def paper_handed_over(turn: Turn) -> None:
    """已交付 was pressed."""
    duty = await hand_over_paper(turn.press.id, actor=turn.actor, uow=turn.uow)
    case = await turn.uow.cases.get(duty.case_id or 0)
    person = await turn.uow.persons.get(int(str(duty.data["person_id"])))
    await turn.toast("handed_over_now")
    await turn.redraw(paper_asked(duty, person, case))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={
            "ack": acknowledged,
            "agree": agreed,
            "unagree": agreement_withdrawn,
            "appeal": appeal_pressed,
            "handed": paper_handed_over,
        },
        steps={Step.APPEAL: appeal_typed},
    )
