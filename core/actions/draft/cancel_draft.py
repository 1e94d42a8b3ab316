"""End a draft without registering it."""

from dataclasses import replace

from core.model.draft import Draft, DraftState
from core.model.log import LogRow
from core.ports import UnitOfWork


async def cancel_draft(draft: Draft, *, uow: UnitOfWork) -> Draft:
    """The draft as cancelled; its pieces stay with it, and it can be taken up again."""
    await uow.log.write(LogRow(act="draft_cancelled", actor_id=draft.person_id, facts={"draft": draft.id}))
    return await uow.drafts.put(replace(draft, state=DraftState.CANCELLED, version=draft.version + 1))
