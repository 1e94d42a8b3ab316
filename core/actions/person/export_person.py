"""Everything that the company holds of one person is handed out to them, by human resources or an admin."""

from core.actions.money.opened_wages import opened_wages
from core.model.log import LogRow
from core.model.person import Person
from core.payroll.wage_note import WageNote
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import Circumstances
from core.rights.may import check_theirs


async def export_person(
    person: Person, *, actor: Person, uow: UnitOfWork
) -> tuple[tuple[str, WageNote], ...]:
    """The person's sealed wages by month, opened; that it was all handed out is in the log.

    NotThisPerson for anybody else, who may still hand out what is their own.
    """
    if actor.id != person.id:
        check_theirs(Action.EXPORT_PERSON, actor, Circumstances(site=person.site))
    await uow.log.write(LogRow(act="person_exported", actor_id=actor.id, facts={"person": person.id}))
    kept = await uow.wages.where(person_id=person.id)
    batches = await uow.batches.where(id=tuple(one.batch_id for one in kept))
    found = []
    for batch in batches:
        notes = await opened_wages(batch, uow=uow, actor_id=actor.id, persons=(person.id,))
        found.append((batch.month, notes[person.id]))
    return tuple(found)
