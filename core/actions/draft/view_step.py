"""Gather what a single question of /new shows."""

from core.actions.draft.latest_names import latest_names
from core.model.draft import Draft
from core.ports import UnitOfWork
from core.rules.draft.intake_asked import IntakeAsked
from core.screens.draft_view import DraftView


async def view_step(draft: Draft, field: str, asked: IntakeAsked, *, uow: UnitOfWork) -> DraftView:
    """The draft, and the names likely to be chosen where the question is about them; nothing else is read."""
    person = await uow.persons.get(draft.person_id)
    return DraftView(
        draft=draft,
        company=uow.company,
        language=person.language,
        asked=asked,
        pieces=(),
        customers=await latest_names("customer", uow=uow) if field == "customer" else (),
        products=await latest_names("product", uow=uow) if field == "subject" else (),
    )
