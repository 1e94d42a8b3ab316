"""A case is decided anew: who had no notice to be lifted and is named no more gets an apology all the same."""

from core.actions.appeal.flag_repetitions import flag_repetitions
from core.actions.figures.read_figures import read_figures
from core.actions.investigation.inform_person import inform_person
from core.model.assessment import PersonResult
from core.model.case import Case
from core.model.dossier import Dossier
from core.ports import UnitOfWork
from core.rules.notice.told_how import INFORM_PARTY
from core.screens.correction import name_cleared


async def clear_names(dossier: Dossier, *, uow: UnitOfWork) -> None:
    """Tell everybody whom the corrected figures named and the new ones do not; their later cases are flagged.

    To be called while the corrections are open still. Who had a notice is told with its lifting.
    """
    noticed = {notice.person_id for notice in await uow.notices.where(case_id=dossier.case.id)}
    named_before = await _named_before(dossier.case, uow)
    for person_id in sorted(named_before - noticed - dossier.party_ids()):
        person = await uow.persons.get(person_id)
        message = name_cleared(dossier.case, person)
        await inform_person(person, message, duty_kind=INFORM_PARTY, dossier=dossier, uow=uow)
        await flag_repetitions(person_id, dossier.case, uow=uow)


async def _named_before(case: Case, uow: UnitOfWork) -> set[int]:
    """Whom the figures under correction named as responsible."""
    named: set[int] = set()
    for correction in await uow.corrections.where(case_id=case.id, done_at=None):
        figures = await read_figures(case.id, correction.version, uow=uow)
        people = figures.people if figures else ()
        named.update(int(result.id) for result in people if not _is_rewarded(result))
    return named


def _is_rewarded(result: PersonResult) -> bool:
    return result.reward is not None and result.reward.fen > 0
