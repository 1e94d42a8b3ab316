"""提交: the draft becomes a case."""

from core.actions.case.register_case import register_case
from core.screens.registered import registered_screen
from handlers.draft_turn import pressed_draft
from handlers.routes import Routes
from handlers.turn import Turn


async def submitted(turn: Turn) -> None:
    """提交 was pressed under the review."""
    if draft := await pressed_draft(turn):
        case = await register_case(draft, actor=turn.actor, uow=turn.uow)
        await turn.settle()
        await turn.redraw(registered_screen(case, turn.uow.company, turn.uow.now))


def handlers() -> Routes:
    """Submitting."""
    return Routes(presses={"submit": submitted})
