"""Make an approved edition known to all staff, and remind whoever has not said that they have read it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from core.actions.deadline.start_clock import hours_of
from core.actions.rulebook.take_edition import today_everywhere
from core.model.person import Person
from core.model.proposed_edition import EditionReceipt, ProposedEdition
from core.model.timer import Timer
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import NOWHERE
from core.rights.may import may
from core.screens.edition_known import edition_published, edition_unread

PUBLISH: Final = "edition_publish"
REMIND: Final = "edition_remind"
# so many in one transaction, so that nobody waits for all of a large company
_AT_ONCE: Final = 50
_REST: Final = timedelta(days=3)
_ROUNDS: Final = 3


async def begin_publication(edition: ProposedEdition, *, uow: UnitOfWork) -> None:
    """Tell everybody while people are at work, and look after some days who has not read it."""
    hours = await hours_of(uow.company.sites[0].id, uow=uow)
    at = uow.now if hours.has(uow.now) else hours.next_digest(uow.now)
    await _ring(edition, 0, 1, at, uow)
    await _wait(edition, 1, uow)


async def publish_rang(timer: Timer, uow: UnitOfWork) -> None:
    """Tell the next of those whom this round has not reached yet; who has joined since is among them."""
    edition = await uow.proposed_editions.get(timer.subject_id)
    turn, part = int(str(timer.data["round"])), int(str(timer.data["part"]))
    receipts = {one.person_id: one for one in await uow.edition_receipts.where(edition_id=edition.id)}
    waiting = [one for one in await staff(uow) if _is_due(receipts.get(one.id), turn)]
    for person in waiting[:_AT_ONCE]:
        await _tell(edition, person, receipts, turn, uow)
    if len(waiting) > _AT_ONCE:
        await _ring(edition, turn, part + 1, uow.now, uow)


async def remind_rang(timer: Timer, uow: UnitOfWork) -> None:
    """Remind who has not read it, and tell those who look after it how many these are."""
    edition = await uow.proposed_editions.get(timer.subject_id)
    turn = int(str(timer.data["round"]))
    people = await staff(uow)
    read = {
        one.person_id
        for one in await uow.edition_receipts.where(edition_id=edition.id)
        if one.read_at is not None
    }
    unread = [one for one in people if one.id not in read]
    if not unread:
        return
    for person in people:
        if may(Action.SEE_READERS, person, NOWHERE):
            await uow.outbox.tell(person, edition_unread(edition, len(unread), len(people)))
    await _ring(edition, turn, 1, uow.now, uow)
    if turn < _ROUNDS:
        await _wait(edition, turn + 1, uow)


async def staff(uow: UnitOfWork) -> tuple[Person, ...]:
    """Everybody who is employed today."""
    today = today_everywhere(uow)
    return tuple(one for one in await uow.persons.where() if not one.has_left(today))


def _is_due(receipt: EditionReceipt | None, turn: int) -> bool:
    return receipt is None or (receipt.read_at is None and receipt.reminders < turn)


async def _tell(
    edition: ProposedEdition,
    person: Person,
    receipts: Mapping[int, EditionReceipt],
    turn: int,
    uow: UnitOfWork,
) -> None:
    fresh = EditionReceipt(edition_id=edition.id, person_id=person.id)
    receipt = receipts.get(person.id, fresh)
    is_told = await uow.outbox.tell(person, edition_published(edition, is_reminder=receipt.id > 0))
    told_at = receipt.told_at or (uow.now if is_told else None)
    kept = replace(receipt, told_at=told_at, reminders=turn)
    await (uow.edition_receipts.put(kept) if kept.id else uow.edition_receipts.add(kept))


async def _ring(edition: ProposedEdition, turn: int, part: int, at: datetime, uow: UnitOfWork) -> None:
    timer = Timer(
        key=f"{PUBLISH}:{edition.id}:{turn}:{part}",
        kind=PUBLISH,
        subject_id=edition.id,
        due_at=at,
        data={"round": turn, "part": part},
    )
    await uow.timers.start(timer)


async def _wait(edition: ProposedEdition, turn: int, uow: UnitOfWork) -> None:
    """Until the morning of a working day, when people read."""
    hours = await hours_of(uow.company.sites[0].id, uow=uow)
    timer = Timer(
        key=f"{REMIND}:{edition.id}:{turn}",
        kind=REMIND,
        subject_id=edition.id,
        due_at=hours.next_digest(uow.now + _REST),
        data={"round": turn},
    )
    await uow.timers.start(timer)
