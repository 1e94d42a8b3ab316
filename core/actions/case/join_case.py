"""Add pieces of evidence to a case that is already registered."""

from collections.abc import Sequence
from dataclasses import replace

from core.actions.case.may_see_case import check_may_see
from core.actions.case.people_of_case import owner_or_quality
from core.actions.case.show_case import show_case
from core.actions.person.stand_ins import asked_instead
from core.model.case import Case
from core.model.evidence import Evidence, Holder
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import around_case
from core.screens.joined import piece_joined, pieces_told


async def join_case(pieces: Sequence[Evidence], case: Case, *, actor: Person, uow: UnitOfWork) -> None:
    """Link the pieces to the case, say so to whoever sent them, and tell whoever has the case in hand.

    NoSuchThing if the case is not this person's to see.
    """
    await check_may_see(case, actor=actor, uow=uow)
    kept = [await _link(piece, case, uow=uow) for piece in pieces]
    await uow.log.write(
        LogRow(
            act="evidence_joined",
            case_id=case.id,
            actor_id=actor.id,
            facts={"evidence": [piece.id for piece in kept]},
        )
    )
    await uow.outbox.tell(actor, piece_joined(case, kept))
    leading = await owner_or_quality(case, uow=uow)
    for person in await asked_instead(Action.INVESTIGATE, leading, around_case(case), uow=uow):
        if person.id != actor.id:
            await uow.outbox.tell(person, pieces_told(case, kept, actor))
    await show_case(case, uow=uow)


async def _link(piece: Evidence, case: Case, *, uow: UnitOfWork) -> Evidence:
    linked = replace(piece, holder=Holder.CASE, holder_id=case.id)
    return await (uow.evidence.put(linked) if piece.id else uow.evidence.add(linked))
