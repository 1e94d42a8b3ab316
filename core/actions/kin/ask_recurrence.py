"""Put before who led an earlier case, and before quality, whether its fault has come back."""

from collections.abc import Iterable
from typing import Final

from core.actions.case.people_of_case import quality_of
from core.actions.kin.live_links import live_link_between
from core.model.case import Case, Stage
from core.model.case_link import LinkKind
from core.model.duty import Duty
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.screens.recurrence import recurrence_asked

RECURRENCE: Final = "recurrence"


async def ask_recurrence(later: Case, earlier: Case, *, uow: UnitOfWork) -> None:
    """A duty of the earlier case, and a card for everybody who may answer; once for each pair of cases.

    Nothing while the earlier case is open, or where somebody has said that the two have something else, or nothing, to
    do with each other; nor where one of them is an earlier record that was imported: nobody takes that up again.
    """
    key = _key(earlier.id, later.id)
    link = await live_link_between(later.id, earlier.id, uow=uow)
    is_settled = link is not None and link.kind is not LinkKind.RECURRENCE
    if any(one.import_id is not None for one in (later, earlier)):
        return
    if is_settled or earlier.stage is not Stage.CLOSED or await uow.duties.one(key=key) is not None:
        return
    people = await _asked(later, earlier, uow)
    duty = await uow.duties.add(
        Duty(
            case_id=earlier.id,
            kind=RECURRENCE,
            owner_id=people[0].id if people else None,
            data={"later": later.id},
            opened_at=uow.now,
            key=key,
            site=earlier.site,
        )
    )
    facts = {"duty": duty.id, "later": later.id, "asked": [one.id for one in people]}
    await uow.log.write(LogRow(act="recurrence_asked", case_id=earlier.id, facts=facts))
    for person in people:
        await uow.outbox.tell(person, recurrence_asked(duty, earlier, later))


async def asked_about(case: Case, others: Iterable[Case], *, uow: UnitOfWork) -> frozenset[int]:
    """Which of these cases the question is open for, together with that case, whichever came first."""
    keys = {_key(*pair): other.id for other in others for pair in ((other.id, case.id), (case.id, other.id))}
    open_now = await uow.duties.where(key=tuple(keys), done_at=None) if keys else ()
    return frozenset(keys[duty.key or ""] for duty in open_now)


def _key(earlier_id: int, later_id: int) -> str:
    """One question for each pair, ever."""
    return f"{RECURRENCE}:{earlier_id}:{later_id}"


async def _asked(later: Case, earlier: Case, uow: UnitOfWork) -> tuple[Person, ...]:
    """Who led the earlier case, if still here, then quality at its site; nobody who is named in it."""
    named = {party.person_id for party in await uow.parties.where(case_id=earlier.id)}
    led = [await uow.persons.find(one) for one in (earlier.owner_id, later.owner_id) if one is not None]
    today = uow.today(earlier.site)
    here = [one for one in led if one is not None and not one.has_left(today)]
    everybody = {one.id: one for one in (*here, *await quality_of(earlier.site, uow=uow))}
    return tuple(one for one in everybody.values() if one.id not in named)
