"""Take a plan up again that was put, approved or agreed: it needs a reason, new signatures and the customer's word."""

from dataclasses import replace

from core.actions.corrective.fill_plan import LONGEST
from core.actions.duty.close_duties import close_duties
from core.actions.remedy.ask_signature import SIGN_REMEDY
from core.actions.remedy.keep_remedy import keep_remedy
from core.actions.remedy.read_remedy import read_remedy
from core.model.person import Person
from core.model.remedy import RemedyState
from core.ports import UnitOfWork
from core.rules.remedy.remedy_file import RemedyFile
from core.rules.remedy.remedy_rights import check_lead, check_remedy_state
from core.rules.typed.fitting_text import fitting_text


async def adjust_remedy(
    case_id: int, version: int, reason: str, *, actor: Person, uow: UnitOfWork
) -> RemedyFile:
    """The plan one version on, to be changed; what was carried out stays so, and nothing else is bound any more."""
    file = await check_adjustable(case_id, version, actor=actor, uow=uow)
    await close_duties(case_id, SIGN_REMEDY, uow=uow, actor=actor, version=version)
    again = replace(
        file.remedy,
        state=RemedyState.PLANNING,
        version=version + 1,
        reason=fitting_text(reason, LONGEST),
        agreed_at=None,
    )
    return await keep_remedy(again, "remedy_adjusted", actor=actor, uow=uow)


async def check_adjustable(case_id: int, version: int, *, actor: Person, uow: UnitOfWork) -> RemedyFile:
    """The plan, for whoever may take it up again; raises why not."""
    file = await read_remedy(case_id, actor=actor, uow=uow)
    check_lead(file, actor, version)
    check_remedy_state(
        file, RemedyState.APPROVING, RemedyState.APPROVED, RemedyState.AGREED, RemedyState.CARRIED_OUT
    )
    return file
