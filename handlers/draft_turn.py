"""What handlers of drafts share: the draft under a button, its view, and showing it."""

from core.actions.draft.open_draft_question import open_draft_question
from core.actions.draft.own_draft import own_draft
from core.actions.draft.view_draft import view_draft
from core.model.draft import Draft, DraftState
from core.rules.draft.possible_sites import possible_sites
from core.screens.draft import draft_screen
from core.screens.draft_view import DraftView
from core.screens.loose import loose_screen
from handlers.numbers import number_in
from handlers.turn import Turn


async def pressed_draft(turn: Turn) -> Draft | None:
    """The draft under the pressed button; None, and its present state shown, if the button shows an older one."""
    draft = await own_draft(turn.press.id, actor=turn.actor, uow=turn.uow)
    if draft.version == turn.press.version:
        return draft
    await turn.toast("draft_changed")
    await show_draft(turn, draft)
    return None


async def asked_draft(turn: Turn) -> Draft:
    """The draft that the open question is about."""
    return await own_draft(number_in(turn.asked("draft")), actor=turn.actor, uow=turn.uow)


async def show_draft(turn: Turn, draft: Draft) -> None:
    """Show the draft in place of the pressed message, or below, and let the next text answer what is missing."""
    view = await view_draft(draft, uow=turn.uow)
    if draft.state is DraftState.LOOSE:
        await turn.redraw(loose_screen(view))
        return
    await turn.redraw(draft_screen(view))
    await open_draft_question(draft, uow=turn.uow)


async def viewed(turn: Turn, draft: Draft) -> DraftView:
    """What its screens show."""
    return await view_draft(draft, uow=turn.uow)


def sites_of(turn: Turn) -> tuple[str, ...]:
    """The sites this person may report at."""
    return possible_sites(turn.actor, turn.uow.company)
