"""A press on figures that have changed since: say so, show old and new, and the card as it is now."""

from core.actions.case.open_dossier import open_dossier
from core.actions.figures.narrow_changes import narrow_changes
from core.actions.figures.show_current import show_current
from core.errors import FiguresChanged
from core.screens.figures_changed import figures_changed
from handlers.preview import case_in
from handlers.routes import Handler
from handlers.turn import Turn


def on_these_figures(handler: Handler) -> Handler:
    """The handler, refusing kindly where the figures under the button are no longer the case's."""

    async def refusing(turn: Turn) -> None:
        try:
            await handler(turn)
        except FiguresChanged as refusal:
            dossier = await open_dossier(turn.press.id or case_in(turn), uow=turn.uow)
            changed = await narrow_changes(refusal, dossier, actor=turn.actor, uow=turn.uow)
            await _answer(turn, changed)
            await turn.redraw(figures_changed(dossier, changed))
            await show_current(dossier, actor=turn.actor, uow=turn.uow)

    return refusing


async def _answer(turn: Turn, changed: FiguresChanged) -> None:
    """A press is answered at once; a reason that was typed has no question any more."""
    if turn.press.verb:
        await turn.toast(changed.what, is_alert=True, **changed.data)
    else:
        await turn.settle()
