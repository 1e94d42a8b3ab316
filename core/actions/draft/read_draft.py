"""Read what a draft's texts say."""

from dataclasses import replace
from datetime import datetime

from core.model.draft import Draft
from core.model.evidence import Evidence, Holder
from core.model.log import LogRow
from core.ports import UnitOfWork
from core.rules.draft.found_fields import Said, fields_found


async def read_draft(draft: Draft, *, uow: UnitOfWork) -> Draft:
    """Find fields in everything the draft holds; a later edit of a text counts instead of its first wording."""
    pieces = await uow.evidence.where(holder=Holder.DRAFT, holder_id=draft.id)
    zone = uow.company.zone(draft.fields["site"])
    texts = {(piece.chat_id, piece.message_id): piece for piece in pieces}
    said = [Said(one.text, _said_at(one).astimezone(zone).date()) for one in texts.values()]
    found = fields_found(said, await _names("customer", uow=uow), await _names("product", uow=uow))
    await uow.log.write(
        LogRow(act="draft_read", actor_id=draft.person_id, facts={"draft": draft.id, "found": sorted(found)})
    )
    return await uow.drafts.put(replace(draft, found=found, version=draft.version + 1))


def _said_at(piece: Evidence) -> datetime:
    return piece.origin_at or piece.received_at


async def _names(kind: str, *, uow: UnitOfWork) -> list[str]:
    return [one.name for one in await uow.remembered.where(kind=kind)]
