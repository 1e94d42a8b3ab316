"""Gather what a draft's screens show."""

from core.actions.draft.intake_in_force import intake_in_force
from core.actions.draft.latest_names import latest_names
from core.actions.draft.recent_cases import named_in, recent_cases
from core.model.draft import Draft, DraftState
from core.model.evidence import Holder
from core.ports import UnitOfWork
from core.rules.draft.draft_fields import has_content
from core.screens.draft_view import DraftView


async def view_draft(draft: Draft, *, uow: UnitOfWork) -> DraftView:
    """The draft with its pieces, the names likely to be chosen, and what else it might belong to."""
    person = await uow.persons.get(draft.person_id)
    opened = await uow.drafts.where(person_id=draft.person_id, state=DraftState.OPEN)
    return DraftView(
        draft=draft,
        company=uow.company,
        language=person.language,
        asked=await intake_in_force(draft, uow=uow),
        pieces=await uow.evidence.where(holder=Holder.DRAFT, holder_id=draft.id),
        customers=await latest_names("customer", uow=uow),
        products=await latest_names("product", uow=uow),
        cases=await recent_cases(person, uow=uow),
        named_in=await named_in(person, uow=uow) if draft.state is DraftState.LOOSE else (),
        other_drafts=tuple(one for one in opened if one.id != draft.id and has_content(one)),
    )
