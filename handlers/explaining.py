"""为什么: the arithmetic behind a figure, for whoever is entitled to it."""

from core.actions.figures.explain_figures import explain_figures
from core.actions.notice.note_figures_opened import note_figures_opened
from handlers.numbers import number_in
from handlers.routes import Routes
from handlers.turn import Turn


async def why_pressed(turn: Turn) -> None:
    """Show the arithmetic, as far as it is the person's to see."""
    press = turn.press
    person_id = number_in(press.arg) if press.arg else None
    message = await explain_figures(
        press.id, press.version, actor=turn.actor, uow=turn.uow, person_id=person_id
    )
    await note_figures_opened(press.id, press.version, actor=turn.actor, uow=turn.uow)
    await turn.reply.say(message)


def handlers() -> Routes:
    """What this module answers."""
    return Routes(presses={"why": why_pressed})
