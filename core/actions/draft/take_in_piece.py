"""Take in one thing sent in private: it joins its album, the burst still settling, or begins a new draft."""

from dataclasses import replace

from core.actions.case.join_case import join_case
from core.actions.draft.add_to_draft import add_to_draft
from core.actions.draft.recent_cases import recent_cases
from core.actions.draft.start_draft import start_draft
from core.actions.investigation.add_statement_piece import add_statement_piece
from core.model.draft import Draft, DraftState
from core.model.evidence import Evidence, Holder, Kind
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.draft.draft_fields import has_content


async def take_in_piece(piece: Evidence, *, is_forwarded: bool, actor: Person, uow: UnitOfWork) -> None:
    """Keep the piece where it belongs.

    What was forwarded is a complaint (unless another draft is open: then the person is asked), and so is a file
    where nothing else of theirs is open; loose words and files are kept until the person says what they belong to.
    """
    if await _joined_album(piece, actor=actor, uow=uow):
        return
    drafts = await uow.drafts.where(person_id=actor.id, state=(DraftState.LOOSE, DraftState.OPEN))
    settling = next((draft for draft in reversed(drafts) if _is_same_burst(draft, piece)), None)
    others = [
        draft
        for draft in drafts
        if draft.state is DraftState.OPEN and draft != settling and has_content(draft)
    ]
    is_complaint = not others and (is_forwarded or await _stands_alone(piece, actor=actor, uow=uow))
    if settling is None:
        state = DraftState.OPEN if is_complaint else DraftState.LOOSE
        settling = await start_draft(state, piece.received_at, actor=actor, uow=uow)
    elif is_complaint and is_forwarded:
        settling = replace(settling, state=DraftState.OPEN)
    await add_to_draft(settling, piece, actor=actor, uow=uow)


def _is_same_burst(draft: Draft, piece: Evidence) -> bool:
    return draft.settles_at is not None and piece.received_at <= draft.settles_at


async def _joined_album(piece: Evidence, *, actor: Person, uow: UnitOfWork) -> bool:
    if not piece.media_group_id:
        return False
    earlier = await uow.evidence.one(media_group_id=piece.media_group_id, received_by=actor.id)
    if earlier is None:
        return False
    if earlier.holder is Holder.CASE:
        await join_case((piece,), await uow.cases.get(earlier.holder_id), actor=actor, uow=uow)
    elif earlier.holder is Holder.DRAFT:
        await add_to_draft(await uow.drafts.get(earlier.holder_id), piece, actor=actor, uow=uow)
    elif earlier.holder is Holder.STATEMENT:
        await add_statement_piece(piece, earlier.holder_id, actor=actor, uow=uow)
    else:
        await _keep_beside(earlier, piece, actor, uow)
    return True


async def _keep_beside(earlier: Evidence, piece: Evidence, actor: Person, uow: UnitOfWork) -> None:
    kept = await uow.evidence.add(replace(piece, holder=earlier.holder, holder_id=earlier.holder_id))
    facts = {"evidence": [kept.id], "holder": kept.holder, "of": kept.holder_id}
    await uow.log.write(LogRow(act="evidence_joined", actor_id=actor.id, facts=facts))


async def _stands_alone(piece: Evidence, *, actor: Person, uow: UnitOfWork) -> bool:
    return piece.kind is not Kind.TEXT and not await recent_cases(actor, uow=uow)
