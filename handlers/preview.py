"""The investigator's preview, built anew for each turn."""

from core.actions.case.open_for_change import open_for_change
from core.actions.figures.assess_case import assess_case
from core.actions.remedy.read_costs import read_costs
from core.actions.rulebook.rulebook_of import rulebook_of
from core.model.dossier import Dossier
from core.model.message import Message
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rules.remedy.costs_as_losses import open_amount
from core.screens.investigation import investigation_screen
from handlers.numbers import number_in
from handlers.turn import Turn


async def preview_of(dossier: Dossier, uow: UnitOfWork) -> Message:
    """What the case would come to now."""
    assessed = assess_case(dossier, uow=uow)
    return investigation_screen(
        dossier,
        assessed.assessment,
        assessed.faults,
        has_departments=has_departments(dossier, uow),
        spent=open_amount(await read_costs(dossier, uow=uow)),
    )


def has_departments(dossier: Dossier, uow: UnitOfWork) -> bool:
    """Whether the rulebook splits the loss among departments."""
    case = dossier.case
    return bool(rulebook_of(case, uow=uow).edition.faults)


async def own_dossier(turn: Turn, action: Action = Action.INVESTIGATE) -> Dossier:
    """The dossier of the case under the pressed button, for its investigator alone and before the decision."""
    return await open_for_change(turn.press.id, actor=turn.actor, uow=turn.uow, action=action)


async def shown_again(turn: Turn, dossier: Dossier) -> None:
    """After an answer: the question is settled, and the preview stands there as it is now."""
    await turn.settle()
    await turn.reply.say(await preview_of(dossier, turn.uow))


def case_in(turn: Turn) -> int:
    """The case that the open question is about."""
    return number_in(turn.asked("case_id"))
