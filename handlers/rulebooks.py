"""The investigator says whose rulebook the case falls under."""

from core.actions.investigation.choose_rulebook import choose_rulebook
from core.model.company import InForce
from core.model.dossier import Dossier
from core.model.label import Label
from core.screens.rulebooks import rulebooks_screen
from handlers.preview import own_dossier, preview_of
from handlers.routes import Routes
from handlers.turn import Turn


def _titles(turn: Turn, dossier: Dossier) -> tuple[tuple[InForce, Label], ...]:
    case = dossier.case
    return tuple(
        (entry, turn.uow.rulebooks.on(entry.rulebook, case.occurred_on).edition.title)
        for entry in turn.uow.company.choices(case.site, case.occurred_on)
    )


async def rulebooks_opened(turn: Turn) -> None:
    """Show what can be chosen; the preview where there is nothing to choose any more."""
    dossier = await own_dossier(turn)
    if not turn.uow.company.has_choice(dossier.case.site, dossier.case.occurred_on):
        await turn.redraw(await preview_of(dossier, turn.uow))
        return
    await turn.redraw(rulebooks_screen(dossier, _titles(turn, dossier)))


async def rulebook_pressed(turn: Turn) -> None:
    """Put the case under that rulebook, and show the preview."""
    dossier = await choose_rulebook(turn.press.id, turn.press.arg, actor=turn.actor, uow=turn.uow)
    await turn.redraw(await preview_of(dossier, turn.uow))


def handlers() -> Routes:
    """What this module answers."""
    return Routes(presses={"rulebooks": rulebooks_opened, "rulebook": rulebook_pressed})
