"""Take up a draft: what came loose is a complaint after all, or what was cancelled goes on."""

from dataclasses import replace

from core.errors import NoSuchThing, SomebodyWasFirst
from core.model.draft import Draft, DraftState
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork


async def reopen_draft(draft_id: int, *, actor: Person, uow: UnitOfWork) -> Draft:
    """The person's own draft, open; NoSuchThing if unknown, SomebodyWasFirst if it has become part of a case."""
    draft = await uow.drafts.find(draft_id)
    if draft is None or draft.person_id != actor.id:
        raise NoSuchThing("draft_unknown")
    if draft.state in (DraftState.SUBMITTED, DraftState.JOINED):
        raise SomebodyWasFirst("draft_not_open")
    if draft.state is DraftState.OPEN:
        return draft
    await uow.log.write(LogRow(act="draft_reopened", actor_id=actor.id, facts={"draft": draft.id}))
    return await uow.drafts.put(replace(draft, state=DraftState.OPEN, version=draft.version + 1))
