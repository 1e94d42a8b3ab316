"""Somebody signs for themself in a form that another fills in."""

from dataclasses import replace

from core.actions.duty.sign_for_self import own_signature, sign_for_self
from core.screens.signature import signature_asked
from handlers.routes import Routes
from handlers.turn import Turn


async def signature_opened(turn: Turn) -> None:
    """It was pressed in what waits: shown again, below."""
    asked = await own_signature(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.reply.say(replace(signature_asked(asked), is_moved=True))


async def signed(turn: Turn) -> None:
    """签到 or 已阅读 was pressed."""
    given = await sign_for_self(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.toast("signed")
    await turn.redraw(signature_asked(given))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(presses={"signature": signature_opened, "sign": signed})
