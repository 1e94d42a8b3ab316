"""What somebody sees of editions in chat, that they have read one, and who has not."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.actions.rulebook.propose_edition import PENDING
from core.actions.rulebook.publish_edition import staff
from core.errors import NoSuchThing
from core.model.log import LogRow
from core.model.person import Person
from core.model.proposed_edition import EditionReceipt, EditionState, ProposedEdition
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import NOWHERE
from core.rights.may import check_right, may


@dataclass(frozen=True, slots=True, kw_only=True)
class Readers:
    """The staff of today by what they did with an edition."""

    read: Sequence[tuple[Person, EditionReceipt]]
    unread: Sequence[Person]
    untold: Sequence[Person]


async def editions_for(actor: Person, *, uow: UnitOfWork) -> tuple[ProposedEdition, ...]:
    """Those that the actor may see, the latest first: approved ones, and for whoever decides those that wait."""
    states = (EditionState.APPROVED, *(PENDING if _decides(actor) else ()))
    found = await uow.proposed_editions.where(state=states)
    return tuple(sorted(found, key=lambda one: one.id, reverse=True))


async def are_editions_for(actor: Person, *, uow: UnitOfWork) -> bool:
    """Whether there is anything for the actor to see of them, or to do."""
    return _decides(actor) or await uow.proposed_editions.one(state=EditionState.APPROVED) is not None


async def edition_for(edition_id: int, *, actor: Person, uow: UnitOfWork) -> ProposedEdition:
    """That one; NoSuchThing if it is not the actor's to see."""
    found = await uow.proposed_editions.get(edition_id)
    is_known = found.state is EditionState.APPROVED or (found.sha256 and _decides(actor))
    if not is_known:
        raise NoSuchThing("thing_unknown")
    return found


async def files_for(edition_id: int, *, actor: Person, uow: UnitOfWork) -> ProposedEdition:
    """The edition whose effect on cases the actor may see: that is for whoever decides; NoSuchThing for others."""
    check_right(Action.READ_PROPOSED_RULEBOOK, actor, NOWHERE)
    return await edition_for(edition_id, actor=actor, uow=uow)


async def receipt_of(edition: ProposedEdition, *, actor: Person, uow: UnitOfWork) -> EditionReceipt | None:
    """What the actor did with it; None if it was not made known to them."""
    return await uow.edition_receipts.one(edition_id=edition.id, person_id=actor.id)


async def say_read(edition_id: int, *, actor: Person, uow: UnitOfWork) -> EditionReceipt:
    """已阅读: dated once; a second press changes nothing. NoSuchThing for one that is not in force or to be."""
    edition = await uow.proposed_editions.get(edition_id)
    if edition.state is not EditionState.APPROVED:
        raise NoSuchThing("thing_unknown")
    receipt = await receipt_of(edition, actor=actor, uow=uow)
    if receipt is not None and receipt.read_at is not None:
        return receipt
    facts = {"proposal": edition.id, "sha256": edition.sha256}
    await uow.log.write(LogRow(act="edition_read", actor_id=actor.id, facts=facts))
    if receipt is None:
        fresh = EditionReceipt(edition_id=edition.id, person_id=actor.id, told_at=uow.now, read_at=uow.now)
        return await uow.edition_receipts.add(fresh)
    read = replace(receipt, told_at=receipt.told_at or uow.now, read_at=uow.now)
    return await uow.edition_receipts.put(read)


async def readers_of(edition_id: int, *, actor: Person, uow: UnitOfWork) -> tuple[ProposedEdition, Readers]:
    """Who has read it, who has not, and whom no message reached; NotThisPerson for others than admins, HR and managers."""
    check_right(Action.SEE_READERS, actor, NOWHERE)
    edition = await edition_for(edition_id, actor=actor, uow=uow)
    receipts = {one.person_id: one for one in await uow.edition_receipts.where(edition_id=edition.id)}
    people = await staff(uow)
    read = {one.id for one in people if one.id in receipts and receipts[one.id].read_at is not None}
    told = {one.id for one in people if one.id in receipts and receipts[one.id].told_at is not None}
    return edition, Readers(
        read=[(one, receipts[one.id]) for one in people if one.id in read],
        unread=[one for one in people if one.id in told - read],
        untold=[one for one in people if one.id not in told | read],
    )


def _decides(actor: Person) -> bool:
    return may(Action.READ_PROPOSED_RULEBOOK, actor, NOWHERE)
