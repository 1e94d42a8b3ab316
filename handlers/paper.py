"""A printed text to be handed over is opened from /due."""

from dataclasses import replace

from core.actions.notice.hand_over_paper import duty_number
from core.actions.notice.paper_duty import paper_duty
from core.screens.paper import paper_asked
from handlers.routes import Routes
from handlers.turn import Turn


async def paper_opened(turn: Turn) -> None:
    """A printed text was pressed in /due: it is shown again, below, to whoever has to hand it over."""
    duty = await paper_duty(turn.press.id, actor=turn.actor, uow=turn.uow)
    person = await turn.uow.persons.get(duty_number(duty, "person_id"))
    case = await turn.uow.cases.get(duty.case_id or 0)
    await turn.reply.say(replace(paper_asked(duty, person, case), is_moved=True))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(presses={"paper": paper_opened})
