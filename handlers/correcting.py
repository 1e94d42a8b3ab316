"""更正: a decided case is taken up again; and later cases that counted what no longer counts are looked at."""

from dataclasses import replace
from enum import StrEnum

from core.actions.appeal.leave_as_is import check_review, leave_as_is
from core.actions.appeal.open_correction import check_correction, open_correction
from core.actions.notice.hand_over_paper import duty_number
from core.model.message import Message
from core.screens.case_head import case_head, head_of
from core.screens.correction import repetition_flagged
from handlers.case_turn import opened_case
from handlers.numbers import number_in
from handlers.routes import Routes
from handlers.turn import Turn


class Step(StrEnum):
    """What is being asked."""

    CORRECTION = "correction_reason"
    REVIEW = "review_reason"


async def correction_pressed(turn: Turn) -> None:
    """更正 was pressed: ask what is wrong."""
    dossier = await check_correction(turn.press.id, actor=turn.actor, uow=turn.uow)
    message = Message(template="correction_reason_asked", data=case_head(dossier))
    await turn.ask(Step.CORRECTION, message, case=turn.press.id)


async def correction_typed(turn: Turn) -> None:
    """The case is taken up again."""
    case_id = number_in(turn.asked("case"))
    await open_correction(case_id, reason=turn.words, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await turn.reply.say(await opened_case(turn, await turn.uow.cases.get(case_id)))


async def review_opened(turn: Turn) -> None:
    """A review was pressed in /due: shown again, below."""
    duty = await check_review(turn.press.id, actor=turn.actor, uow=turn.uow)
    case = await turn.uow.cases.get(duty.case_id or 0)
    person = await turn.uow.persons.get(duty_number(duty, "person_id"))
    card = repetition_flagged(duty.id, case, person, str(duty.data["earlier"]))
    await turn.reply.say(replace(card, is_moved=True))


async def leaving_pressed(turn: Turn) -> None:
    """不需更正 was pressed: ask why."""
    duty = await check_review(turn.press.id, actor=turn.actor, uow=turn.uow)
    case = await turn.uow.cases.get(duty.case_id or 0)
    data = head_of(case) | {"earlier": duty.data["earlier"]}
    message = Message(template="review_reason_asked", data=data)
    await turn.ask(Step.REVIEW, message, duty=turn.press.id)


async def leaving_typed(turn: Turn) -> None:
    """The later case stays as it is."""
    duty = await leave_as_is(number_in(turn.asked("duty")), reason=turn.words, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await turn.say("review_kept", case_id=duty.case_id, earlier=duty.data["earlier"])


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={"correct": correction_pressed, "review": review_opened, "leave_as_is": leaving_pressed},
        steps={Step.CORRECTION: correction_typed, Step.REVIEW: leaving_typed},
    )
