"""Ask the admins to say which rulebook holds for a case that came in without one."""

from core.model.case import Case
from core.model.duty import Duty
from core.model.message import Message
from core.model.roles import Role
from core.ports import UnitOfWork

KIND = "rulebook_missing"


async def want_rulebook(case: Case, *, uow: UnitOfWork) -> None:
    """One task for each admin of the site, told at once."""
    data = {"number": case.number, "site": case.site, "occurred_on": case.occurred_on.isoformat()}
    shown = {
        "case_id": case.id,
        "number": case.number,
        "site": case.site,
        "site_name": uow.company.site(case.site).name,
        "occurred_on": case.occurred_on,
    }
    for person in await uow.persons.where():
        if person.holds(Role.ADMIN, case.site):
            await uow.duties.add(
                Duty(case_id=case.id, kind=KIND, owner_id=person.id, data=data, opened_at=uow.now)
            )
            await uow.outbox.tell(person, Message(template="rulebook_wanted", data=shown))
