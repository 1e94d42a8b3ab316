"""A named person does not want to say anything now."""

from dataclasses import replace

from core.actions.deadline.start_clock import stop_clock_of
from core.actions.investigation.describe_party import named_party
from core.actions.investigation.make_statement import check_may_speak
from core.model.deadline_clock import Subject
from core.model.log import LogRow
from core.model.party import Hearing, Party
from core.model.person import Person
from core.ports import UnitOfWork


async def decline_statement(case_id: int, *, actor: Person, uow: UnitOfWork) -> Party:
    """Mark the party as having declined; somebody who already spoke stays heard, and all may still speak later."""
    dossier = await check_may_speak(case_id, actor=actor, uow=uow)
    party = named_party(dossier, actor.id)
    if party.hearing in (Hearing.HEARD, Hearing.DECLINED):
        return party
    await stop_clock_of(Subject.PARTY, party.id, uow=uow)
    await uow.log.write(LogRow(act="statement_declined", case_id=case_id, actor_id=actor.id))
    return await uow.parties.put(replace(party, hearing=Hearing.DECLINED))
