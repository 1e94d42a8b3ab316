"""A burst is complete: read what came, and show the draft once."""

from dataclasses import replace

from core.actions.draft.open_draft_question import open_draft_question
from core.actions.draft.read_draft import read_draft
from core.actions.draft.view_draft import view_draft
from core.model.draft import DraftState
from core.model.timer import Timer
from core.ports import UnitOfWork
from core.screens.draft import draft_screen
from core.screens.loose import loose_screen


async def settle_draft(timer: Timer, uow: UnitOfWork) -> None:
    """Show the draft, or ask what loose pieces belong to; silent if the draft is no longer open."""
    draft = await uow.drafts.get(timer.subject_id)
    if draft.state not in (DraftState.OPEN, DraftState.LOOSE):
        return
    draft = await read_draft(draft, uow=uow)
    person = await uow.persons.get(draft.person_id)
    view = await view_draft(draft, uow=uow)
    if draft.state is DraftState.LOOSE:
        await uow.outbox.tell(person, loose_screen(view))
        return
    card = "" if timer.data.get("is_shown_anew") else f"draft:{draft.id}"
    await uow.outbox.tell(person, replace(draft_screen(view), card=card))
    await open_draft_question(draft, uow=uow)
