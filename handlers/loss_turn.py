"""What handlers of losses share: the list of them, with what the remedy has cost."""

from core.actions.figures.assess_case import assess_case
from core.actions.remedy.read_costs import read_costs
from core.actions.rulebook.rulebook_of import rulebook_of
from core.model.dossier import Dossier
from core.model.message import Message
from core.rules.case.kinds_of_loss import kinds_spoken_of, kinds_to_enter
from core.screens.losses import losses_screen
from handlers.turn import Turn


async def listed_losses(turn: Turn, dossier: Dossier, *, every: bool = False) -> Message:
    """The items, and the kinds the rulebook speaks of, or all."""
    edition = rulebook_of(dossier.case, uow=turn.uow).edition
    kinds = kinds_to_enter(edition) if every else kinds_spoken_of(edition)
    named = {kind: dossier.glossary.loss(kind).in_language(turn.actor.language) for kind in kinds}
    assessment = assess_case(dossier, uow=turn.uow).assessment
    priced = dict(enumerate(loss.amount for loss in assessment.losses)) if assessment else {}
    costs = await read_costs(dossier, uow=turn.uow)
    return losses_screen(dossier, named, priced, costs, has_more=not every)
