"""Ask a department's supervisor to confirm, with a time limit."""

from datetime import timedelta

from core.actions.case.open_dossier import open_dossier
from core.actions.deadline.start_clock import run_clock
from core.actions.figures.show_desk import show_desk
from core.actions.figures.wait_for_somebody import wait_for_somebody
from core.model.dossier import Dossier
from core.model.duty import Duty
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.deadline.own_limits import confirmation_clock
from core.rules.figures.entitled import CONFIRM
from core.rules.figures.who_confirms import who_confirms


async def ask_desk(case_id: int, department: str, *, uow: UnitOfWork) -> None:
    """Give the confirmation to whoever has it, start the clock, and show the card to all who may read it."""
    dossier = await open_dossier(case_id, uow=uow)
    entitled = who_confirms(department, dossier).entitled
    await ask_person(dossier, department, entitled[0] if entitled else None, uow=uow)
    if not entitled:
        await wait_for_somebody(dossier, department, uow=uow)
    await show_desk(department, await open_dossier(case_id, uow=uow), uow=uow)


async def ask_person(dossier: Dossier, department: str, person: Person | None, *, uow: UnitOfWork) -> None:
    """The duty of one person at that desk, and its clock."""
    case = dossier.case
    due_at = uow.now + timedelta(hours=uow.company.objection_hours)
    duty = await uow.duties.add(
        Duty(
            case_id=case.id,
            kind=CONFIRM,
            owner_id=person.id if person else None,
            data={"desk": department, "version": case.version, "number": case.number},
            opened_at=uow.now,
            due_at=due_at,
        )
    )
    if person is not None:
        await run_clock(confirmation_clock(duty, case.site, uow.company, due_at), uow=uow)
