"""A case is taken up again after its investigator has left: somebody who is still here leads it."""

from dataclasses import replace

from core.actions.case.accept_case import check_investigator
from core.actions.case.people_of_case import quality_of
from core.errors import NotAllowed, Refusal
from core.model.case import Case
from core.model.dossier import Dossier
from core.model.log import LogRow
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.staff.superiors import nearest_superior


async def lead_again(dossier: Dossier, *, uow: UnitOfWork) -> Dossier:
    """The dossier, with a new investigator where the former one has left: their superior in quality, else a colleague.

    NotAllowed if nobody in quality at the site may lead it.
    """
    case, owner = dossier.case, dossier.owner()
    if owner is not None and not owner.has_left(dossier.day):
        return dossier
    able = [one for one in await quality_of(case.site, uow=uow) if await _may_lead(case, one, uow)]
    if not able:
        raise NotAllowed("nobody_leads_again", number=case.number, name=dossier.name(case.owner_id))
    above = nearest_superior(owner, dossier, ()) if owner else None
    heir = above if above in able else able[0]
    case = await uow.cases.put(replace(case, owner_id=heir.id))
    facts = {"investigator": heir.id, "left": owner.id if owner else None}
    await uow.log.write(LogRow(act="case_handed_over", case_id=case.id, facts=facts))
    return replace(dossier, case=case)


async def _may_lead(case: Case, person: Person, uow: UnitOfWork) -> bool:
    try:
        await check_investigator(case, person, uow=uow)
    except Refusal:
        return False
    return True
