"""Collect what waits for a person: tasks, triage, cases sent back, first replies, questions, duties of rulebooks."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime

from core.actions.appeals_waiting import appeals_waiting
from core.actions.ask_recurrence import RECURRENCE
from core.actions.duties_waiting import duties_waiting
from core.actions.flag_repetitions import REVIEW_REPETITION
from core.actions.hand_over_paper import HAND_OVER_NOTICE
from core.actions.open_undelivered import UNDELIVERED
from core.actions.pay_back_leaver import PAY_BACK
from core.actions.propose_consequence import CONSEQUENCE
from core.actions.stand_ins import absent_for
from core.actions.watch_product import FREQUENT_PRODUCT
from core.model.case import Stage
from core.model.deadline_clock import Subject
from core.model.duty import CORRECTIVE_ACTION, SIGNATURE, Duty
from core.model.person import Person
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import NOWHERE, Circumstances
from core.rights.may import may
from core.rules.told_how import INFORM_PARTY
from core.screens.due import Waiting
from core.screens.reminders import RIGHTS

_SHOWN_BY_DUTY = (
    CORRECTIVE_ACTION,
    RECURRENCE,
    SIGNATURE,
    INFORM_PARTY,
    HAND_OVER_NOTICE,
    CONSEQUENCE,
    REVIEW_REPETITION,
    FREQUENT_PRODUCT,
)
_LIVING = tuple(stage for stage in Stage if stage is not Stage.CLOSED)
_NEVER = datetime.max.replace(tzinfo=UTC)


async def what_waits(actor: Person, *, uow: UnitOfWork) -> tuple[Waiting, ...]:
    """Everything open, also what waits for who is absent and the actor stands in for; what is due first comes first."""
    waiting = [one for collect in (*_OFFICE, *_OWN) async for one in collect(actor, uow)]
    for absent in await absent_for(actor, uow=uow):
        waiting += await _in_place_of(absent, actor, uow)
    return tuple(sorted(waiting, key=lambda one: one.due_at or _NEVER))


async def _in_place_of(absent: Person, deputy: Person, uow: UnitOfWork) -> list[Waiting]:
    """What is not the absent person's own affair, and of no case in which the deputy is named."""
    named = {party.case_id for party in await uow.parties.where(person_id=deputy.id)}
    waiting = [one for collect in _OFFICE async for one in collect(absent, uow)]
    return [
        replace(one, instead_of=absent.name)
        for one in waiting
        if (one.case is None or one.case.id not in named) and one.kind != SIGNATURE
    ]


async def _duties(actor: Person, uow: UnitOfWork) -> AsyncIterator[Waiting]:
    duties = await uow.duties.where(owner_id=actor.id, done_at=None)
    cases = await uow.cases.where(id=tuple({duty.case_id for duty in duties if duty.case_id}))
    by_id = {case.id: case for case in cases}
    for duty in duties:
        case = by_id.get(duty.case_id or 0)
        paper = duty if duty.kind in _SHOWN_BY_DUTY else None
        yield Waiting(kind=_kind(duty), case=case, due_at=duty.due_at, duty=paper)


def _kind(duty: Duty) -> str:
    """An agreed action that is finished waits to be verified."""
    return "duty_to_second" if duty.is_planned and duty.finished_by is not None else duty.kind


async def _unsent(actor: Person, uow: UnitOfWork) -> AsyncIterator[Waiting]:
    if not may(Action.SETTLE_UNDELIVERED, actor, NOWHERE):
        return
    for duty in await uow.duties.where(kind=UNDELIVERED, done_at=None):
        case = None if duty.case_id is None else await uow.cases.find(duty.case_id)
        yield Waiting(kind=duty.kind, case=case, duty=duty)


async def _pay_backs(actor: Person, uow: UnitOfWork) -> AsyncIterator[Waiting]:
    if may(Action.PAY_BACK, actor, NOWHERE):
        for duty in await uow.duties.where(kind=PAY_BACK, done_at=None):
            case = await uow.cases.get(duty.case_id or 0)
            yield Waiting(kind=duty.kind, case=case, duty=duty)


async def _triage(actor: Person, uow: UnitOfWork) -> AsyncIterator[Waiting]:
    sites = tuple(
        site.id for site in uow.company.sites if may(Action.TRIAGE, actor, Circumstances(site=site.id))
    )
    for case in await uow.cases.where(stage=Stage.REGISTERED, site=sites) if sites else ():
        yield Waiting(kind="triage", case=case)
    # whoever leads it: a clause may let somebody else take a case over
    for case in await uow.cases.where(stage=Stage.INVESTIGATING, owner_id=actor.id):
        yield Waiting(kind="investigation", case=case)


async def _own(actor: Person, uow: UnitOfWork) -> AsyncIterator[Waiting]:
    for case in await uow.cases.where(reporter_id=actor.id, stage=Stage.RETURNED):
        yield Waiting(kind="supplement", case=case)
    for case in await uow.cases.where(reporter_id=actor.id, replied_at=None, stage=_LIVING):
        if case.first_reply_due_at is not None:
            yield Waiting(kind="first_reply", case=case, due_at=case.first_reply_due_at)


async def _rights(actor: Person, uow: UnitOfWork) -> AsyncIterator[Waiting]:
    """To speak, and to appeal, while there is time."""
    for clock in await uow.deadline_clocks.where(person_id=actor.id, stopped_at=None):
        if clock.due_at <= uow.now:
            continue
        notice = await uow.notices.find(clock.subject_id) if clock.subject is Subject.NOTICE else None
        case = await uow.cases.find(clock.case_id or 0)
        kind = RIGHTS[clock.subject]
        yield Waiting(kind=kind, case=case, due_at=clock.due_at, notice=notice)


async def _asked(actor: Person, uow: UnitOfWork) -> AsyncIterator[Waiting]:
    for relay in await uow.relays.where(owner_id=actor.id, answered_at=None):
        yield Waiting(kind="question", case=await uow.cases.get(relay.case_id))


# what goes with an office, and what is a person's own
_OFFICE = (_duties, _triage, _asked, _unsent, _pay_backs, duties_waiting)
_OWN = (_own, _rights, appeals_waiting)
