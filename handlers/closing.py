"""关闭案件: first what is missing, then the press that closes."""

from core.actions.case.close_case import check_closing, close_case
from core.screens.closing import closing_screen
from handlers.case_turn import opened_case, pressed_case
from handlers.routes import Routes
from handlers.turn import Turn


async def wanted_closing(turn: Turn) -> None:
    """Show what closing takes."""
    case = await pressed_case(turn)
    ready = await check_closing(case.id, actor=turn.actor, uow=turn.uow)
    await turn.redraw(closing_screen(ready))


async def closed(turn: Turn) -> None:
    """Close the case, and show it closed."""
    case = await pressed_case(turn)
    case = await close_case(case.id, actor=turn.actor, uow=turn.uow)
    await turn.toast("case_closed", number=case.number)
    await turn.redraw(await opened_case(turn, case))


def handlers() -> Routes:
    """Closing a case."""
    return Routes(presses={"close": wanted_closing, "close_now": closed})
