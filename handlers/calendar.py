"""/calendar shows the working days ahead; an imported year moves provisional deadlines."""

from core.actions.deadline.import_calendar import ANNOUNCED, calendar_announced
from core.actions.deadline.show_calendar import show_calendar
from handlers.routes import Routes
from handlers.turn import Turn


async def asked_for_calendar(turn: Turn) -> None:
    """Somebody sent /calendar."""
    await turn.reply.say(await show_calendar(actor=turn.actor, uow=turn.uow))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(commands={"calendar": asked_for_calendar}, rings={ANNOUNCED: calendar_announced})
