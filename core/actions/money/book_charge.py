"""A notice is given: what it charges is booked to its person and to the fund that the rulebook names."""

from core.actions.money.book import book
from core.actions.money.ground_of import ground_of
from core.ledger.charging import charge_of
from core.ledger.posting import Posting
from core.model.assessment import PersonResult
from core.model.dossier import Dossier
from core.model.notice import Notice
from core.ports import UnitOfWork
from core.rules.assessment.fines import may_fine


async def book_charge(
    notice: Notice, result: PersonResult, dossier: Dossier, *, uow: UnitOfWork
) -> Posting | None:
    """The transaction, entry by entry as the lines of the result; None where nothing is charged."""
    ground = await ground_of(dossier, uow=uow, notice_id=notice.id)
    charge = charge_of(result, ground, uow.now, with_fines=may_fine(dossier.staff[notice.person_id], dossier))
    return await book(charge, uow=uow) if charge else None
