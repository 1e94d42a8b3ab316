"""A notice goes on as it was given: it is charged again, and what had been waived of it is waived again."""

from core.actions.money.book import book_all
from core.actions.money.book_charge import book_charge
from core.ledger.balances import latest_waivers, owed_in
from core.model.assessment import PersonResult
from core.model.dossier import Dossier
from core.model.notice import Notice
from core.payroll.booking import waived_again
from core.ports import UnitOfWork


async def charge_again(notice: Notice, result: PersonResult, dossier: Dossier, *, uow: UnitOfWork) -> None:
    """The charge, and the waiver on it, by whoever allowed it then: nobody is asked a second time for the same."""
    waivers = latest_waivers(await uow.ledger.postings(case_id=notice.case_id), notice.id)
    charge = await book_charge(notice, result, dossier, uow=uow)
    if charge and waivers:
        postings = await uow.ledger.postings(case_id=notice.case_id)
        owed = [one for one in owed_in(postings) if one.notice_id == notice.id]
        await book_all(waived_again(waivers, charge, owed, uow.now), uow=uow)
