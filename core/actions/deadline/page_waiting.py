"""What waits for a person: a page of it, read whole, out of all of it in brief."""

from collections.abc import Mapping, Sequence
from typing import Final

from core.actions.appeal.flag_repetitions import REVIEW_REPETITION
from core.actions.company.open_undelivered import UNDELIVERED
from core.actions.deadline.waiting_entries import waiting_entries
from core.actions.duty.propose_consequence import CONSEQUENCE
from core.actions.kin.ask_recurrence import RECURRENCE
from core.actions.kin.watch_product import FREQUENT_PRODUCT
from core.actions.money.pay_back_leaver import PAY_BACK
from core.actions.notice.paper_duty import HAND_OVER_NOTICE
from core.model.case import Case
from core.model.duty import CORRECTIVE_ACTION, SIGNATURE, Duty
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.deadline.waiting_entry import Entry
from core.rules.notice.told_how import INFORM_PARTY
from core.screens.due import MOST_ON_A_PAGE, DuePage, Waiting

_WITH_SCREEN: Final = (
    CORRECTIVE_ACTION,
    RECURRENCE,
    SIGNATURE,
    INFORM_PARTY,
    HAND_OVER_NOTICE,
    CONSEQUENCE,
    REVIEW_REPETITION,
    FREQUENT_PRODUCT,
    UNDELIVERED,
    PAY_BACK,
)


async def page_waiting(actor: Person, page: int = 0, *, uow: UnitOfWork) -> DuePage:
    """That page of everything open, what is due first comes first; the last page where there are not so many."""
    entries = await waiting_entries(actor, uow=uow)
    page = min(page, max(0, len(entries) - 1) // MOST_ON_A_PAGE)
    first = page * MOST_ON_A_PAGE
    return DuePage(
        shown=await _opened(entries[first : first + MOST_ON_A_PAGE], uow),
        page=page,
        count=len(entries),
        has_tasks=not all(one.is_right for one in entries),
    )


async def _opened(entries: Sequence[Entry], uow: UnitOfWork) -> tuple[Waiting, ...]:
    duties = await _duties(entries, uow)
    cases = await _cases(entries, uow)
    return tuple(
        [
            Waiting(
                kind=one.kind,
                case=cases.get(one.case_id),
                due_at=one.due_at,
                duty=_shown(duties.get(one.duty_id)),
                notice=await uow.notices.get(one.notice_id) if one.notice_id else None,
                edition=await uow.proposed_editions.get(one.edition_id) if one.edition_id else None,
                instead_of=one.instead_of,
            )
            for one in entries
        ]
    )


async def _duties(entries: Sequence[Entry], uow: UnitOfWork) -> Mapping[int, Duty]:
    ids = tuple({one.duty_id for one in entries if one.duty_id})
    return {duty.id: duty for duty in await uow.duties.where(id=ids)} if ids else {}


async def _cases(entries: Sequence[Entry], uow: UnitOfWork) -> Mapping[int, Case]:
    ids = tuple({one.case_id for one in entries if one.case_id})
    return {case.id: case for case in await uow.cases.where(id=ids)} if ids else {}


def _shown(duty: Duty | None) -> Duty | None:
    """The duty, where it has a screen of its own; else its case is what is opened."""
    return duty if duty and (duty.is_demanded or duty.kind in _WITH_SCREEN) else None
