"""A change that moves the range of a rate voids what was chosen outside it, and the question is open again."""

from dataclasses import replace

from core.actions.case.open_dossier import open_dossier
from core.actions.figures.assess_case import assess_case
from core.model.dossier import Dossier
from core.model.log import LogRow
from core.ports import UnitOfWork
from core.rules.figures.rate_ranges import is_within, ranges_in


async def void_rates(dossier: Dossier, *, uow: UnitOfWork) -> Dossier:
    """The dossier with every chosen rate inside its range; those outside are taken away, and logged."""
    open_question = assess_case(dossier, uow=uow, with_rates=False).assessment
    ranges = ranges_in(open_question) if open_question else {}
    outside = [
        party
        for party in dossier.parties
        if party.chosen_rate
        and party.person_id in ranges
        and not is_within(party.chosen_rate, ranges[party.person_id])
    ]
    for party in outside:
        await uow.parties.put(replace(party, chosen_rate=None, reason=""))
        await uow.log.write(
            LogRow(
                act="rate_voided",
                case_id=dossier.case.id,
                facts={"person": party.person_id, "rate": party.chosen_rate},
            )
        )
    return await open_dossier(dossier.case.id, uow=uow) if outside else dossier
