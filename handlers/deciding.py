"""处理 in /due: what waits to be confirmed or approved is shown again, below."""

from dataclasses import replace

from core.actions.case.open_dossier import open_dossier
from core.actions.figures.current_cards import current_cards
from handlers.case_turn import opened_case, pressed_case
from handlers.routes import Routes
from handlers.turn import Turn


async def wanted_to_decide(turn: Turn) -> None:
    """处理 was pressed: the cards that wait for this person, or the case where none does any more."""
    case = await pressed_case(turn)
    dossier = await open_dossier(case.id, uow=turn.uow)
    cards = await current_cards(dossier, actor=turn.actor, uow=turn.uow)
    for card in cards or (await opened_case(turn, case),):
        await turn.reply.say(replace(card, is_moved=True))


def handlers() -> Routes:
    """Coming back to a decision."""
    return Routes(presses={"decide": wanted_to_decide})
