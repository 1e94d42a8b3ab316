"""An auditor books an appeal that somebody without chat has made in writing."""

from enum import StrEnum

from core.actions.appeal.make_appeal import book_letter, check_letter
from core.model.message import Message
from core.model.notice import Notice
from handlers.numbers import number_in
from handlers.routes import Routes
from handlers.turn import Turn


class Step(StrEnum):
    """What is being asked."""

    LETTER = "appeal_letter_says"


async def letter_pressed(turn: Turn) -> None:
    """书面申诉 was pressed under somebody's account: ask what the letter says."""
    notice = await check_letter(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.ask(Step.LETTER, await _about("appeal_letter_asked", notice, turn), notice=notice.id)


async def letter_typed(turn: Turn) -> None:
    """Record the appeal as theirs."""
    notice_id = number_in(turn.asked("notice"))
    await book_letter(notice_id, reason=turn.words, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    notice = await turn.uow.notices.get(notice_id)
    await turn.reply.say(await _about("appeal_letter_booked", notice, turn))


async def _about(template: str, notice: Notice, turn: Turn) -> Message:
    person = await turn.uow.persons.get(notice.person_id)
    data = {"case_id": notice.case_id, "notice_number": notice.number, "name": person.name}
    return Message(template=template, data=data | {"is_frozen": notice.is_frozen})


def handlers() -> Routes:
    """What this module answers."""
    return Routes(presses={"appeal_letter": letter_pressed}, steps={Step.LETTER: letter_typed})
