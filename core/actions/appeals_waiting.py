"""Appeals that wait for a person: to be heard or admitted, to be answered, to be decided."""

from collections.abc import AsyncIterator

from core.actions.open_appeal import open_appeal
from core.model.notice import AppealState
from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.appeal_file import AppealFile
from core.rules.waiting_entry import Entry

_UNSETTLED = (AppealState.LATE, AppealState.OPEN)


async def appeals_waiting(actor: Person, uow: UnitOfWork) -> AsyncIterator[Entry]:
    """Each with the time until which the other side may answer, once somebody hears it."""
    for appeal in await uow.appeals.where(state=_UNSETTLED):
        file = await open_appeal(appeal.id, uow=uow)
        kind = _what_is_asked(file, actor)
        if kind:
            yield Entry(kind=kind, case_id=appeal.case_id, due_at=appeal.answers_due_at)


async def appeals_of_case(case_id: int, *, actor: Person, uow: UnitOfWork) -> tuple[AppealFile, ...]:
    """The unsettled appeals of a case that ask something of the actor."""
    appeals = await uow.appeals.where(case_id=case_id, state=_UNSETTLED)
    files = [await open_appeal(appeal.id, uow=uow) for appeal in appeals]
    return tuple(file for file in files if _what_is_asked(file, actor))


def _what_is_asked(file: AppealFile, actor: Person) -> str:
    appeal = file.appeal
    if appeal.hearer_id is None:
        is_free = actor.id in {person.id for person in file.hearers()}
        return "appeal_to_hear" if is_free else ""
    if appeal.hearer_id == actor.id:
        return "appeal_to_decide"
    is_other_side = actor.id == file.dossier.case.owner_id and not file.is_answered()
    return "appeal_to_answer" if is_other_side else ""
