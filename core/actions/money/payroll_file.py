"""Read all that a month's withholding is computed from."""

from collections.abc import Mapping

from core.ledger.account import Account
from core.model.money import Money
from core.payroll.month import Month
from core.payroll.planning import PayrollFile
from core.ports import UnitOfWork


async def payroll_file(month: Month, wages: Mapping[int, Money], *, uow: UnitOfWork) -> PayrollFile:
    """What is owed now, by whom, on which notices of which cases, and what was agreed about it."""
    owed = (*await uow.ledger.owed(), *await uow.ledger.owed(account=Account.REWARDS))
    notices = await uow.notices.where(id=tuple({one.notice_id for one in owed}))
    cases = await uow.cases.where(id=tuple({one.case_id for one in owed}))
    return PayrollFile(
        month=month,
        wages=wages,
        owed=owed,
        people={person.id: person for person in await uow.persons.where()},
        notices={notice.id: notice for notice in notices},
        cases={case.id: case for case in cases},
        plans=await uow.plans.where(ended_at=None),
        company=uow.company,
        guard=uow.rulebooks.guard(),
    )
