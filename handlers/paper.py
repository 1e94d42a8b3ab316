"""A printed text to be handed over is opened from /due."""

from dataclasses import replace

from core.actions.hand_over_paper import HAND_OVER_NOTICE, duty_number
from core.errors import NoSuchThing
from core.rules.told_how import INFORM_PARTY
from core.screens.paper import paper_asked
from handlers.routes import Routes
from handlers.turn import Turn


async def paper_opened(turn: Turn) -> None:
    """A printed text was pressed in /due: it is shown again, below, to who has to hand it over."""
    duty = await turn.uow.duties.find(turn.press.id)
    is_theirs = duty is not None and duty.owner_id == turn.actor.id
    if duty is None or not is_theirs or duty.kind not in (INFORM_PARTY, HAND_OVER_NOTICE):
        raise NoSuchThing("thing_unknown")
    person = await turn.uow.persons.get(duty_number(duty, "person_id"))
    case = await turn.uow.cases.get(duty.case_id or 0)
    await turn.reply.say(replace(paper_asked(duty, person, case), is_moved=True))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(presses={"paper": paper_opened})
