"""/due: what waits for a person."""

from core.actions.what_waits import what_waits
from core.screens.due import due_screen
from handlers.routes import Routes
from handlers.turn import Turn


async def listed_due(turn: Turn) -> None:
    """Somebody sent /due."""
    waiting = await what_waits(turn.actor, uow=turn.uow)
    await turn.reply.say(due_screen(waiting, turn.uow.now))


def handlers() -> Routes:
    """The list of what waits."""
    return Routes(commands={"due": listed_due})
