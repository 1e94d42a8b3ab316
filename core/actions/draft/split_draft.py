"""Split a draft by whom its messages came from."""

from dataclasses import replace

from core.actions.draft.read_draft import read_draft
from core.actions.draft.start_draft import start_draft
from core.errors import NotAllowed
from core.model.draft import Draft, DraftState
from core.model.evidence import Evidence, Holder
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.draft.senders import senders_of


async def split_draft(draft: Draft, *, actor: Person, uow: UnitOfWork) -> tuple[Draft, ...]:
    """One draft for each sender; the first keeps the draft, and what the person wrote themself stays with it.

    NotAllowed if everything came from one sender.
    """
    pieces = await uow.evidence.where(holder=Holder.DRAFT, holder_id=draft.id)
    first, *others = [*senders_of(pieces), ""]
    if not any(others):
        raise NotAllowed("draft_one_sender")
    parts = [await _part_of(sender, pieces, draft, actor=actor, uow=uow) for sender in others if sender]
    facts = {"draft": draft.id, "parts": [part.id for part in parts]}
    await uow.log.write(LogRow(act="draft_split", actor_id=actor.id, facts=facts))
    kept = await read_draft(replace(draft, origin_name=first), uow=uow)
    return (kept, *parts)


async def _part_of(
    sender: str, pieces: tuple[Evidence, ...], whole: Draft, *, actor: Person, uow: UnitOfWork
) -> Draft:
    mine = [piece for piece in pieces if piece.origin_name == sender]
    part = await start_draft(DraftState.OPEN, mine[0].received_at, actor=actor, uow=uow)
    for piece in mine:
        await uow.evidence.put(replace(piece, holder_id=part.id))
    part = replace(part, origin_name=sender, fields={"site": whole.fields["site"]})
    return await read_draft(part, uow=uow)
