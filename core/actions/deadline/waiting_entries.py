"""Collect in brief what waits for a person: tasks, triage, cases sent back, first replies, questions, duties."""

from collections.abc import AsyncIterator
from typing import Final

from msgspec.structs import replace

from core.actions.appeal.appeals_waiting import appeals_waiting
from core.actions.company.open_undelivered import UNDELIVERED
from core.actions.duty.duties_waiting import duties_waiting
from core.actions.money.pay_back_leaver import PAY_BACK
from core.actions.person.stand_ins import absent_for
from core.actions.rulebook.editions_unread import editions_unread
from core.model.brief import BriefDuty
from core.model.case import LIVING, Stage
from core.model.deadline_clock import Subject
from core.model.duty import CORRECTIVE_ACTION, SIGNATURE
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import NOWHERE, Circumstances
from core.rights.may import may
from core.rules.deadline.waiting_entry import Entry


async def waiting_entries(actor: Person, *, uow: UnitOfWork) -> tuple[Entry, ...]:
    """Everything open, also what waits for whoever is absent and the actor stands in for; what is due first comes first."""
    waiting = [one for collect in (*_OFFICE, *_OWN) async for one in collect(actor, uow)]
    for absent in await absent_for(actor, uow=uow):
        waiting += await _in_place_of(absent, actor, uow)
    return tuple(sorted(waiting, key=lambda one: one.order))


async def _in_place_of(absent: Person, deputy: Person, uow: UnitOfWork) -> list[Entry]:
    """What is not the absent person's own affair, and of no case in which the deputy is named."""
    named = await uow.waits.named_in(deputy.id)
    waiting = [one for collect in _OFFICE async for one in collect(absent, uow)]
    return [
        replace(one, instead_of=absent.name)
        for one in waiting
        if one.case_id not in named and one.kind != SIGNATURE
    ]


async def _duties(actor: Person, uow: UnitOfWork) -> AsyncIterator[Entry]:
    for duty in await uow.waits.duties(owner_id=actor.id):
        yield _of(duty)


def _of(duty: BriefDuty) -> Entry:
    """An agreed action that is finished waits to be verified."""
    is_to_second = duty.kind == CORRECTIVE_ACTION and duty.finished_by is not None
    kind = "duty_to_second" if is_to_second else duty.kind
    return Entry(kind=kind, due_at=duty.due_at, case_id=duty.case_id or 0, duty_id=duty.id)


async def _unsent(actor: Person, uow: UnitOfWork) -> AsyncIterator[Entry]:
    if may(Action.SETTLE_UNDELIVERED, actor, NOWHERE):
        for duty in await uow.waits.duties(kind=UNDELIVERED):
            yield replace(_of(duty), due_at=None)


async def _pay_backs(actor: Person, uow: UnitOfWork) -> AsyncIterator[Entry]:
    if may(Action.PAY_BACK, actor, NOWHERE):
        for duty in await uow.waits.duties(kind=PAY_BACK):
            yield replace(_of(duty), due_at=None)


async def _triage(actor: Person, uow: UnitOfWork) -> AsyncIterator[Entry]:
    there = (Circumstances(site=site.id) for site in uow.company.sites)
    sites = tuple(one.site for one in there if may(Action.TRIAGE, actor, one))
    for case in await uow.waits.cases(stage=Stage.REGISTERED, site=sites) if sites else ():
        yield Entry(kind="triage", case_id=case.id)
    # whoever leads it: a clause may let somebody else take a case over
    for case in await uow.waits.cases(stage=Stage.INVESTIGATING, owner_id=actor.id):
        yield Entry(kind="investigation", case_id=case.id)


async def _own(actor: Person, uow: UnitOfWork) -> AsyncIterator[Entry]:
    for case in await uow.waits.cases(reporter_id=actor.id, stage=Stage.RETURNED):
        yield Entry(kind="supplement", case_id=case.id)
    for case in await uow.waits.cases(reporter_id=actor.id, replied_at=None, stage=LIVING):
        if case.due_at is not None:
            yield Entry(kind="first_reply", case_id=case.id, due_at=case.due_at)


async def _rights(actor: Person, uow: UnitOfWork) -> AsyncIterator[Entry]:
    """To speak, and to appeal, while there is time."""
    for clock in await uow.deadline_clocks.where(person_id=actor.id, stopped_at=None):
        if clock.due_at > uow.now:
            is_appeal = clock.subject is Subject.NOTICE
            yield Entry(
                kind="may_appeal" if is_appeal else "may_state",
                due_at=clock.due_at,
                case_id=clock.case_id or 0,
                notice_id=clock.subject_id if is_appeal else 0,
            )


async def _asked(actor: Person, uow: UnitOfWork) -> AsyncIterator[Entry]:
    for relay in await uow.relays.where(owner_id=actor.id, answered_at=None):
        yield Entry(kind="question", case_id=relay.case_id)


# what goes with an office, and what is a person's own
_OFFICE: Final = (_duties, _triage, _asked, _unsent, _pay_backs, duties_waiting)
_OWN: Final = (_own, _rights, appeals_waiting, editions_unread)
