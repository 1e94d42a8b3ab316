"""Money is owed back for a case: who has left gets it at once, and finance gets the task of paying it."""

from dataclasses import replace
from typing import Final

from core.actions.money.book import book
from core.actions.rulebook.rulebook_of import rulebook_of
from core.model.duty import Duty
from core.model.log import LogRow
from core.model.money import Money
from core.model.person import Person
from core.model.roles import Role
from core.payroll.leaving import CaseAccount, OwedBack, settled_by
from core.ports import UnitOfWork
from core.rulebook.compiled import CompiledRulebook
from core.screens.paying_back import pay_back_asked

PAY_BACK: Final = "pay_back_leaver"


async def pay_back_leaver(
    person: Person, case_id: int, *, decided_by: int | None, uow: UnitOfWork
) -> OwedBack:
    """What is owed back; for whoever is still employed nothing is booked, the next batch pays it.

    What a notice still charges the leaver in the case is set against it, and what is frozen waits.
    """
    account = await _account(person, case_id, uow)
    owed = OwedBack(withheld=account.owed_back())
    if not account.credits() or not person.has_left(uow.today(person.site)):
        return owed
    settled = account.settling(decided_by, uow.now)
    for posting in settled:
        await book(posting, uow=uow, actor_id=decided_by)
    carried, at_once = settled_by(settled)
    if at_once.fen:
        await _ask_finance(person, case_id, at_once, account, uow)
    return replace(owed, carried=carried, at_once=at_once)


async def _account(person: Person, case_id: int, uow: UnitOfWork) -> CaseAccount:
    notices = await uow.notices.where(case_id=case_id, person_id=person.id)
    return CaseAccount(
        person_id=person.id,
        postings=await uow.ledger.postings(case_id=case_id),
        frozen=frozenset(notice.id for notice in notices if notice.is_frozen),
    )


async def _ask_finance(
    person: Person, case_id: int, amount: Money, account: CaseAccount, uow: UnitOfWork
) -> None:
    case = await uow.cases.get(case_id)
    rulebook = rulebook_of(case, uow=uow)
    duty = await uow.duties.add(
        Duty(
            case_id=case_id,
            kind=PAY_BACK,
            owner_id=None,
            role=Role.FINANCE,
            site=case.site,
            opened_at=uow.now,
            data={
                "person_id": person.id,
                "name": person.name,
                "employee_no": person.employee_no,
                "number": case.number,
                "amount": str(amount),
                "funds": [_fund(one, rulebook) for one in account.funds()],
            },
        )
    )
    facts = {"duty": duty.id, "person": person.id, "amount": str(amount)}
    await uow.log.write(LogRow(act="pay_back_asked", case_id=case_id, facts=facts))
    for one in await uow.persons.where():
        if one.holds_anywhere(Role.FINANCE) and not one.has_left(uow.today(one.site)):
            await uow.outbox.tell(one, pay_back_asked(duty))


def _fund(fund: str, rulebook: CompiledRulebook) -> dict[str, str]:
    """Its id, and the rulebook's words for it where it has any."""
    named = rulebook.edition.accounts.get(fund)
    said = {"zh_hans": named.label.zh_hans, "en": named.label.en} if named else {}
    return {"id": fund, **said}
