"""An incident no longer counts as it did: later cases of the same person that counted it are to be looked at."""

from core.actions.case.people_of_case import owner_or_quality
from core.actions.case.tell_in_charge import tell_in_charge
from core.actions.rulebook.rulebook_of import rulebook_of
from core.model.case import Case, Stage
from core.model.duty import Duty
from core.model.log import LogRow
from core.ports import UnitOfWork
from core.rules.figures.counted_before import counts_earlier
from core.screens.correction import repetition_flagged

REVIEW_REPETITION = "review_repetition"
_OVER = (Stage.REFUSED, Stage.RETURNED)


async def flag_repetitions(person_id: int, earlier: Case, *, uow: UnitOfWork) -> tuple[Duty, ...]:
    """One duty for each such case, for whoever leads it; nothing is changed by itself. Once for each pair of cases."""
    flagged = []
    for party in await uow.parties.where(person_id=person_id):
        case = await uow.cases.get(party.case_id)
        is_later = case.occurred_on > earlier.occurred_on and case.id != earlier.id
        if not is_later or case.stage in _OVER or not case.rulebook:
            continue
        if counts_earlier(party, rulebook_of(case, uow=uow).edition):
            flagged += await _flag(case, person_id, earlier, uow)
    return tuple(flagged)


async def _flag(case: Case, person_id: int, earlier: Case, uow: UnitOfWork) -> list[Duty]:
    data = {"person_id": person_id, "earlier": earlier.number}
    known = await uow.duties.where(case_id=case.id, kind=REVIEW_REPETITION, done_at=None)
    if any(duty.data == data for duty in known):
        return []
    duty = await uow.duties.add(
        Duty(
            case_id=case.id,
            kind=REVIEW_REPETITION,
            owner_id=case.owner_id,
            data=data,
            opened_at=uow.now,
        )
    )
    facts = {"duty": duty.id, "person": person_id, "earlier": earlier.id}
    await uow.log.write(LogRow(act="repetition_flagged", case_id=case.id, facts=facts))
    person = await uow.persons.get(person_id)
    for owner in await owner_or_quality(case, uow=uow):
        await tell_in_charge(owner, repetition_flagged(duty.id, case, person, earlier.number), case, uow=uow)
    return [duty]
