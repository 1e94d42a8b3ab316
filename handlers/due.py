"""/due: what waits for a person."""

from core.actions.deadline.page_waiting import page_waiting
from core.model.message import Message
from core.screens.due import due_screen
from handlers.numbers import number_in
from handlers.routes import Routes
from handlers.turn import Turn


async def listed_due(turn: Turn) -> None:
    """Somebody sent /due."""
    await turn.reply.say(await _page(turn, 0))


async def turned_page(turn: Turn) -> None:
    """Another page of the list, or the first again."""
    await turn.settle()
    await turn.redraw(await _page(turn, number_in(turn.press.arg)))


async def _page(turn: Turn, page: int) -> Message:
    due = await page_waiting(turn.actor, page, uow=turn.uow)
    return due_screen(due, turn.uow.now, turn.actor.language)


def handlers() -> Routes:
    """The list of what waits."""
    return Routes(commands={"due": listed_due}, presses={"due": turned_page})
