"""What somebody who has left had to do: it goes to whoever takes over, and what is theirs alone falls away or goes back."""

from dataclasses import replace

from core.actions.case.show_case import show_case
from core.actions.case.tell_quality import tell_quality
from core.actions.deadline.start_clock import follow_duty
from core.model.case import NOT_OVER, Stage
from core.model.draft import DraftState
from core.model.duty import SIGNATURE
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork


async def leave_undone(person: Person, *, uow: UnitOfWork) -> None:
    """Nobody signs for them any more, and what they were to add to a complaint is quality's to decide without it."""
    for duty in await uow.duties.where(owner_id=person.id, kind=SIGNATURE, done_at=None):
        await follow_duty(await uow.duties.put(replace(duty, done_at=uow.now)), uow=uow)
    for case in await uow.cases.where(reporter_id=person.id, stage=Stage.RETURNED):
        back = await uow.cases.put(replace(case, stage=Stage.REGISTERED, stage_since=uow.now))
        await uow.log.write(LogRow(act="case_given_back", case_id=case.id, facts={"left": person.id}))
        await show_case(back, uow=uow)
        await tell_quality(back, uow=uow)


async def hand_over_work(person: Person, heir: Person, *, uow: UnitOfWork) -> dict[str, int]:
    """Open duties, cases, questions and drafts are the heir's; how many there were of each."""
    duties = await uow.duties.where(owner_id=person.id, done_at=None)
    for duty in duties:
        await uow.duties.put(replace(duty, owner_id=heir.id))
    cases = await uow.cases.where(owner_id=person.id, stage=NOT_OVER)
    for case in cases:
        await uow.cases.put(replace(case, owner_id=heir.id))
    relays = await uow.relays.where(owner_id=person.id, answered_at=None)
    for relay in relays:
        await uow.relays.put(replace(relay, owner_id=heir.id))
    drafts = await uow.drafts.where(person_id=person.id, state=DraftState.OPEN)
    for draft in drafts:
        await uow.drafts.put(replace(draft, person_id=heir.id))
    return {"duties": len(duties), "cases": len(cases), "questions": len(relays), "drafts": len(drafts)}
