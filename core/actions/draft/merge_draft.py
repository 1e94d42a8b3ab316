"""Put what came loose into the draft that the person means."""

from dataclasses import replace

from core.actions.draft.read_draft import read_draft
from core.errors import NoSuchThing
from core.model.draft import Draft, DraftState
from core.model.evidence import Holder
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork


async def merge_draft(loose: Draft, into: Draft, *, actor: Person, uow: UnitOfWork) -> Draft:
    """Move all pieces into another draft, which is read anew; NoSuchThing if it is the same one."""
    if loose.id == into.id:
        raise NoSuchThing("draft_unknown")
    for piece in await uow.evidence.where(holder=Holder.DRAFT, holder_id=loose.id):
        await uow.evidence.put(replace(piece, holder_id=into.id))
    await uow.drafts.put(replace(loose, state=DraftState.JOINED, version=loose.version + 1))
    facts = {"draft": loose.id, "into": into.id}
    await uow.log.write(LogRow(act="draft_merged", actor_id=actor.id, facts=facts))
    return await read_draft(into, uow=uow)
