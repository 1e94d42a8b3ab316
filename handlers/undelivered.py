"""再发, 纸面交付, 不再发: admins settle what could not be sent."""

from dataclasses import replace
from enum import StrEnum

from core.actions.company.settle_undelivered import give_up_sending, open_settling, put_on_paper, send_again
from core.screens.undelivered import reason_asked, undelivered_card
from handlers.numbers import number_in
from handlers.routes import Routes
from handlers.turn import Turn


class Step(StrEnum):
    """What is being asked."""

    REASON = "unsent_reason"


async def unsent_opened(turn: Turn) -> None:
    """Opened from /due: shown again, below."""
    await turn.settle()
    duty = await open_settling(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.reply.say(replace(undelivered_card(duty), is_moved=True))


async def again_pressed(turn: Turn) -> None:
    """再发 was pressed."""
    duty = await send_again(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.redraw(undelivered_card(duty))


async def paper_pressed(turn: Turn) -> None:
    """纸面交付 was pressed."""
    duty = await put_on_paper(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.redraw(undelivered_card(duty))


async def drop_pressed(turn: Turn) -> None:
    """不再发 was pressed: ask why."""
    duty = await open_settling(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.ask(Step.REASON, reason_asked(duty), duty=duty.id)


async def reason_typed(turn: Turn) -> None:
    """The reason: settled."""
    duty_id = number_in(turn.asked("duty"))
    duty = await give_up_sending(duty_id, reason=turn.words, actor=turn.actor, uow=turn.uow)
    await turn.settle()
    await turn.reply.say(replace(undelivered_card(duty), is_moved=True))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(
        presses={
            "unsent": unsent_opened,
            "unsent_again": again_pressed,
            "unsent_paper": paper_pressed,
            "unsent_drop": drop_pressed,
        },
        steps={Step.REASON: reason_typed},
    )
