"""Put a piece into a draft; the draft is shown once nothing more has come for a moment."""

from dataclasses import replace
from datetime import datetime

from core.model.draft import Draft, DraftState
from core.model.evidence import Evidence, Holder
from core.model.log import LogRow
from core.model.person import Person
from core.model.timer import Timer
from core.ports import UnitOfWork

LIVING = (DraftState.LOOSE, DraftState.OPEN)


async def add_to_draft(
    draft: Draft,
    piece: Evidence,
    *,
    actor: Person,
    uow: UnitOfWork,
    is_shown_anew: bool = False,
    is_quiet: bool = False,
) -> Draft:
    """Keep the piece with the draft and (re)start the moment of quiet after which the draft is shown.

    `is_shown_anew`: below what was said since, not in the place of its earlier picture; `is_quiet`: not shown at all.
    """
    await uow.evidence.add(replace(piece, holder=Holder.DRAFT, holder_id=draft.id))
    await uow.log.write(
        LogRow(
            act="evidence_received",
            actor_id=actor.id,
            facts={"draft": draft.id, "kind": piece.kind, "message": piece.message_id},
        )
    )
    settles_at = max(piece.received_at + uow.company.settle, draft.settles_at or piece.received_at)
    draft = replace(draft, origin_name=draft.origin_name or piece.origin_name)
    if is_quiet:
        return await uow.drafts.put(draft)
    draft = await uow.drafts.put(replace(draft, settles_at=settles_at))
    if draft.state in LIVING:
        await uow.timers.start(_quiet(draft, settles_at, is_shown_anew=is_shown_anew))
    return draft


def _quiet(draft: Draft, settles_at: datetime, *, is_shown_anew: bool) -> Timer:
    return Timer(
        key=f"settle:{draft.id}:{draft.version}",
        kind="settle_draft",
        subject_id=draft.id,
        person_id=draft.person_id,
        due_at=settles_at,
        data={"is_shown_anew": is_shown_anew},
    )
