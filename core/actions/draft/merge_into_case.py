"""Put what a draft holds into a case that is already registered."""

from dataclasses import replace

from core.actions.case.join_case import join_case
from core.errors import NoSuchThing
from core.model.case import Case
from core.model.draft import Draft, DraftState
from core.model.evidence import Holder
from core.model.person import Person
from core.ports import UnitOfWork


async def merge_into_case(draft: Draft, case: Case, *, actor: Person, uow: UnitOfWork) -> None:
    """Move all pieces into a registered case; NoSuchThing if there are none."""
    pieces = await uow.evidence.where(holder=Holder.DRAFT, holder_id=draft.id)
    if not pieces:
        raise NoSuchThing("thing_unknown")
    await join_case(pieces, case, actor=actor, uow=uow)
    await uow.drafts.put(replace(draft, state=DraftState.JOINED, case_id=case.id, version=draft.version + 1))
