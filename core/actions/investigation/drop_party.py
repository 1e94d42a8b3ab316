"""The investigator takes a person out of the case, and the person is told."""

from core.actions.case.change_case import change_case
from core.actions.case.open_for_change import open_for_change
from core.actions.deadline.start_clock import stop_clock_of
from core.model.deadline_clock import Subject
from core.model.dossier import Dossier
from core.model.person import Person
from core.ports import UnitOfWork
from core.screens.outcome import party_released


async def drop_party(case_id: int, person_id: int, *, actor: Person, uow: UnitOfWork) -> Dossier:
    """Take the person out; what they said stays in the dossier. Nothing if they are not in it."""
    dossier = await open_for_change(case_id, actor=actor, uow=uow)
    party = dossier.party_of(person_id)
    if party is None:
        return dossier
    await uow.parties.remove(party.id)
    await stop_clock_of(Subject.PARTY, party.id, uow=uow)
    if party in dossier.charged():
        await uow.outbox.tell(dossier.staff[person_id], party_released(dossier))
    return await change_case(dossier, "party_dropped", actor=actor, uow=uow, facts={"person": person_id})
