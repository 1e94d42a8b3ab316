"""Human resources or an admin decides whether the data of somebody who left is erased."""

from core.actions.person.forget_person import forget_person, keep_person
from core.screens.forgetting import forgotten_card
from handlers.routes import Routes
from handlers.turn import Turn


async def erasing_pressed(turn: Turn) -> None:
    """清除 was pressed."""
    await forget_person(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.redraw(forgotten_card(turn.press.id, is_erased=True))


async def keeping_pressed(turn: Turn) -> None:
    """不清除 was pressed."""
    await keep_person(turn.press.id, actor=turn.actor, uow=turn.uow)
    await turn.redraw(forgotten_card(turn.press.id, is_erased=False))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(presses={"forget_yes": erasing_pressed, "forget_no": keeping_pressed})
