"""The investigator chooses a rate inside the rulebook's range, and says why."""

from dataclasses import replace

from core.actions.case.change_case import change_case
from core.actions.case.open_for_change import open_for_change
from core.actions.figures.assess_case import assess_case
from core.actions.investigation.describe_party import named_party
from core.errors import NotAllowed
from core.model.dossier import Dossier
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.figures.rate_ranges import is_within, ranges_in
from core.rules.typed.percent_text import percent_in


async def check_rate(case_id: int, person_id: int, typed: str, *, actor: Person, uow: UnitOfWork) -> str:
    """The rate as a percent, if the rulebook allows it for that person now.

    NotAllowed with range and clause outside the range, or where the rulebook leaves nothing to choose.
    """
    dossier = await open_for_change(case_id, actor=actor, uow=uow)
    named_party(dossier, person_id)
    rate = percent_in(typed)
    assessment = assess_case(dossier, uow=uow, with_rates=False).assessment
    limits = ranges_in(assessment).get(person_id) if assessment else None
    if limits is None:
        raise NotAllowed("no_rate_to_choose", name=dossier.staff[person_id].name)
    if not is_within(rate, limits):
        raise NotAllowed("rate_outside", rate=rate, low=limits.low, high=limits.high, clause=limits.clause)
    return rate


async def choose_rate(
    case_id: int, person_id: int, typed: str, *, reason: str, actor: Person, uow: UnitOfWork
) -> Dossier:
    """Record rate and reason."""
    rate = await check_rate(case_id, person_id, typed, actor=actor, uow=uow)
    dossier = await open_for_change(case_id, actor=actor, uow=uow)
    party = named_party(dossier, person_id)
    await uow.parties.put(replace(party, chosen_rate=rate, reason=reason))
    return await change_case(
        dossier,
        "rate_chosen",
        actor=actor,
        uow=uow,
        facts={"person": person_id, "rate": rate},
        words={"reason": reason},
    )
