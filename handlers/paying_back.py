"""Finance pays a leaver back, and presses 已退还."""

from dataclasses import replace

from core.actions.money.note_paid_back import note_paid_back, open_pay_back
from core.screens.paying_back import pay_back_asked
from handlers.routes import Routes
from handlers.turn import Turn


async def pay_back_opened(turn: Turn) -> None:
    """The task was pressed in /due: shown again, below."""
    duty = await open_pay_back(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.reply.say(replace(pay_back_asked(duty), is_moved=True))


async def paid_back_pressed(turn: Turn) -> None:
    """已退还 was pressed."""
    duty = await note_paid_back(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.toast("paid_back")
    await turn.redraw(pay_back_asked(duty))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(presses={"pay_back": pay_back_opened, "paid_back": paid_back_pressed})
