"""Put a registered case before the quality persons of its site."""

from core.actions.case.people_of_case import quality_of
from core.actions.draft.intake_in_force import intake_of
from core.actions.kin.find_look_alikes import find_look_alikes
from core.actions.kin.links_of import links_of
from core.actions.person.stand_ins import asked_instead
from core.model.case import Case
from core.model.evidence import Holder
from core.ports import UnitOfWork
from core.rights.action import Action
from core.rights.circumstances import around_case
from core.screens.triage import TriageView, triage_card


async def tell_quality(case: Case, *, uow: UnitOfWork) -> None:
    """Everybody's triage card as the case stands now."""
    view = await view_triage(case, uow=uow)
    quality = await quality_of(case.site, uow=uow)
    for person in await asked_instead(Action.TRIAGE, quality, around_case(case), uow=uow):
        await uow.outbox.tell(person, triage_card(view, person))


async def view_triage(case: Case, *, uow: UnitOfWork) -> TriageView:
    """What the card shows."""
    return TriageView(
        case=case,
        company=uow.company,
        pieces=await uow.evidence.where(holder=Holder.CASE, holder_id=case.id),
        reporter=await uow.persons.get(case.reporter_id),
        owner=None if case.owner_id is None else await uow.persons.get(case.owner_id),
        asked=await intake_of(case, uow=uow),
        links=await links_of(case, uow=uow),
        alike=len(await find_look_alikes(case, uow=uow)),
    )
