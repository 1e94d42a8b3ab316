"""A person has left: their rights end, and what was theirs to do goes to their manager, all at once."""

from dataclasses import replace

from core.actions.void_invitations import void_invitations
from core.model.case import Stage
from core.model.draft import DraftState
from core.model.log import LogRow
from core.model.message import Message, Urgency
from core.model.person import Person
from core.model.roles import Role
from core.ports import UnitOfWork

OPEN = (
    Stage.REGISTERED,
    Stage.RETURNED,
    Stage.INVESTIGATING,
    Stage.CONFIRMING,
    Stage.APPROVING,
    Stage.DECIDED,
)


async def end_employment(person: Person, *, uow: UnitOfWork) -> Person:
    """The person without rights, told nothing more in chat.

    Open duties, cases, questions and drafts move to the nearest manager still here; without any, to an admin, who
    is told why.
    """
    manager = await _heir(person, uow)
    heir = manager or await _admin(person, uow)
    moved = await _hand_over(person, heir, uow) if heir else {}
    await void_invitations(person, uow=uow)
    await uow.dialogues.remove(person.id)
    left = await uow.persons.put(replace(person, grants=(), is_reachable=False))
    facts = {"person": person.id, "heir": heir.id if heir else None, **moved}
    await uow.log.write(LogRow(act="employment_ended", facts=facts))
    if heir and any(moved.values()):
        data = {
            "name": person.name,
            "employee_no": person.employee_no,
            "has_manager": manager is not None,
            **moved,
        }
        await uow.outbox.tell(heir, Message(template="work_handed_over", data=data, urgency=Urgency.NOTICE))
    return left


async def _heir(person: Person, uow: UnitOfWork) -> Person | None:
    met = {person.employee_no}
    above = await _manager(person, uow)
    while above is not None and above.employee_no not in met:
        if above.left_on is None:
            return above
        met.add(above.employee_no)
        above = await _manager(above, uow)
    return None


async def _admin(person: Person, uow: UnitOfWork) -> Person | None:
    """An admin of their site who is still here."""
    return next(
        (
            one
            for one in await uow.persons.where(left_on=None)
            if one.id != person.id and one.holds(Role.ADMIN, person.site)
        ),
        None,
    )


async def _manager(person: Person, uow: UnitOfWork) -> Person | None:
    return await uow.persons.one(employee_no=person.manager_no) if person.manager_no else None


async def _hand_over(person: Person, heir: Person, uow: UnitOfWork) -> dict[str, int]:
    duties = await uow.duties.where(owner_id=person.id, done_at=None)
    for duty in duties:
        await uow.duties.put(replace(duty, owner_id=heir.id))
    cases = await uow.cases.where(owner_id=person.id, stage=OPEN)
    for case in cases:
        await uow.cases.put(replace(case, owner_id=heir.id))
    relays = await uow.relays.where(owner_id=person.id, answered_at=None)
    for relay in relays:
        await uow.relays.put(replace(relay, owner_id=heir.id))
    drafts = await uow.drafts.where(person_id=person.id, state=DraftState.OPEN)
    for draft in drafts:
        await uow.drafts.put(replace(draft, person_id=heir.id))
    return {"duties": len(duties), "cases": len(cases), "questions": len(relays), "drafts": len(drafts)}
