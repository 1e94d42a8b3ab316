"""Ask the general managers again, each working day, while an edition waits for them; say so once its day has come."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from core.actions.deadline.start_clock import hours_of
from core.actions.rulebook.take_edition import today_everywhere
from core.model.log import LogRow
from core.model.person import Person
from core.model.proposed_edition import EditionState, ProposedEdition
from core.model.timer import Timer
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.bar import Bar
from core.rights.circumstances import NOWHERE
from core.rights.may import may
from core.screens.edition_card import edition_told
from core.screens.edition_sent import edition_lapsed

WAITING: Final = "edition_waiting"


async def approvers_of(edition: ProposedEdition, *, uow: UnitOfWork) -> tuple[Person, ...]:
    """Who may approve it: general managers, but for whoever sent it or put it forward."""
    there = NOWHERE.barring(Bar.ASKED_FOR_IT, edition.asked_by)
    today = today_everywhere(uow)
    return tuple(
        one
        for one in await uow.persons.where()
        if may(Action.APPROVE_RULEBOOK, one, there) and not one.has_left(today)
    )


async def ask_approvers(edition: ProposedEdition, *, uow: UnitOfWork) -> None:
    """Show them the card with its files, now and in the morning of the next working day, until it is decided."""
    proposer = await uow.persons.get(edition.asked_by[0])
    for one in await approvers_of(edition, uow=uow):
        await uow.outbox.tell(one, edition_told(edition, one, proposer))
    hours = await hours_of(uow.company.sites[0].id, uow=uow)
    await uow.timers.start(_timer(edition, hours.next_digest(uow.now)))


async def waiting_rang(timer: Timer, uow: UnitOfWork) -> None:
    """A working day has begun: ask again, or let it lapse if its day has come."""
    edition = await uow.proposed_editions.get(timer.subject_id)
    if edition.state is not EditionState.PROPOSED:
        return
    if edition.in_force_from is None or edition.in_force_from <= today_everywhere(uow):
        await _let_lapse(edition, uow)
    else:
        await ask_approvers(edition, uow=uow)


async def _let_lapse(edition: ProposedEdition, uow: UnitOfWork) -> None:
    await uow.proposed_editions.put(replace(edition, state=EditionState.DROPPED))
    facts = {"proposal": edition.id, "rulebook": edition.rulebook}
    await uow.log.write(LogRow(act="edition_lapsed", facts=facts))
    for asker in edition.asked_by:
        await uow.outbox.tell(await uow.persons.get(asker), edition_lapsed(edition))


def _timer(edition: ProposedEdition, at: datetime) -> Timer:
    return Timer(
        key=f"{WAITING}:{edition.id}:{at.date().isoformat()}", kind=WAITING, subject_id=edition.id, due_at=at
    )
