"""The time for a statement is over and nothing was said: that is noted, and is not consent."""

from dataclasses import replace

from core.model.log import LogRow
from core.model.party import Hearing
from core.ports import UnitOfWork


async def end_hearing(party_id: int, *, uow: UnitOfWork) -> None:
    """Mark a party who was asked and kept silent as not having answered."""
    party = await uow.parties.get(party_id)
    if party.hearing is not Hearing.ASKED:
        return
    await uow.parties.put(replace(party, hearing=Hearing.NOT_ANSWERED))
    facts = {"person": party.person_id}
    await uow.log.write(LogRow(act="statement_not_answered", case_id=party.case_id, facts=facts))
