"""A decided case is taken up again: its amounts freeze, and its figures go back to the investigator."""

from core.actions.case.change_case import change_case
from core.actions.case.lead_again import lead_again
from core.actions.case.tell_in_charge import tell_in_charge
from core.actions.notice.freeze_notice import freeze_notice
from core.model.correction import Correction
from core.model.dossier import Dossier
from core.model.person import Person
from core.ports import UnitOfWork
from core.screens.correction import correction_opened


async def take_up_again(
    correction: Correction, dossier: Dossier, *, actor: Person, uow: UnitOfWork
) -> Correction:
    """Keep the correction, freeze every notice of the case that stands, and tell who leads it what is to be done.

    Somebody else leads it where the investigator has left.
    """
    dossier = await lead_again(dossier, uow=uow)
    kept = await uow.corrections.add(correction)
    for notice in await uow.notices.where(case_id=kept.case_id):
        if notice.is_standing:
            await freeze_notice(notice, uow=uow)
    reopened = await change_case(
        dossier,
        "correction_opened",
        actor=actor,
        uow=uow,
        facts={"correction": kept.id, "appeal": kept.appeal_id},
        words={"reason": kept.reason},
    )
    owner = await uow.persons.get(reopened.case.owner_id or 0)
    await tell_in_charge(owner, correction_opened(kept, reopened, actor), reopened.case, uow=uow)
    return kept
