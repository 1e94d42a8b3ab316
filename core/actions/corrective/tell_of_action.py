"""Tell of an agreed action whoever is concerned by what has happened to it."""

from core.model.person import Person
from core.ports import UnitOfWork
from core.rules.corrective.agreed_actions import doer_of
from core.rules.duty.duty_file import DutyFile
from core.screens.action_told import action_told


async def tell_of_action(file: DutyFile, *, actor: Person, uow: UnitOfWork) -> None:
    """It is finished: its verifier is told. It is verified: who did it and who leads the case. Nothing of other duties."""
    if not file.duty.is_planned:
        return
    if file.waits_for_second():
        await _tell("finished", {one.id for one in file.entitled()}, file, actor, uow)
    else:
        leads = {file.case.owner_id or 0} if file.case else set()
        await _tell("verified", {doer_of(file.duty), *leads}, file, actor, uow)


async def tell_doer(what: str, file: DutyFile, *, actor: Person, uow: UnitOfWork, reason: str = "") -> None:
    """It was agreed, sent back or withdrawn: who is to do it is told, unless they did that themselves."""
    await _tell(what, {doer_of(file.duty)}, file, actor, uow, reason)


async def _tell(
    what: str, persons: set[int], file: DutyFile, actor: Person, uow: UnitOfWork, reason: str = ""
) -> None:
    for person_id in sorted(persons - {actor.id}):
        person = file.roster.staff.get(person_id)
        if person is not None:
            await uow.outbox.tell(person, action_told(file, what, person, by=actor, reason=reason))
